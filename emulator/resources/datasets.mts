import { invalidRequest } from '../http/apiError.mts';
import { importContent } from '../rules/importContent.mts';
import { datasetIsFree } from '../rules/inUse.mts';
import { patchContent } from '../rules/patch.mts';
import { pick } from '../rules/pick.mts';
import { projectRef } from '../rules/references.mts';
import * as schemas from '../schemas/dataset.mts';
import { takesDataset } from '../schemas/locales.mts';
import { newRecord } from '../store/newRecord.mts';
import { views } from '../views/views.mts';

const FIELDS = ['displayName', 'description', 'locale', 'kind', 'contentUrl', 'customProperties'];

/** @type {import('../types.mts').Resource} */
const datasets: import('../types.mts').Resource = {
	collection: 'datasets',
	path: '/datasets',
	view: views.datasets,
	tellsRetryAfter: true,
	createSchema: schemas.create,
	updateSchema: schemas.update,
	removeAbsent: 204,

	async create(ctx, body) {
		if (!takesDataset(body.locale, body.kind)) {
			throw invalidRequest(
				'InvalidLocale',
				`The locale '${body.locale}' is not supported for kind '${body.kind}'.`,
				'locale',
			);
		}
		const record = newRecord(ctx.now, {
			fields: pick(body, FIELDS),
			refs: projectRef(ctx, body, body.locale),
			properties: { ...body.properties },
		});
		if (body.contentUrl === undefined) record.inner.byBlocks = true;
		else await importContent(ctx, record, body.contentUrl);
		return record;
	},

	update: patchContent,
	beforeRemove: datasetIsFree,
	afterRemove: (ctx, record) => ctx.service.blobs.removeAll(record.id),
};

export { datasets };
