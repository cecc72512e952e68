import type { Dataset, DatasetUpdate } from '../../../contract/types.d.ts';
import { takesDataset } from '../../domain/locales.mts';
import type { DatasetRecord } from '../../domain/records.mts';
import { invalid } from '../../domain/refusal.mts';
import { datasetIsFree } from '../../domain/rules/inUse.mts';
import { patchContent } from '../../domain/rules/patch.mts';
import { refuseUnfinished } from '../../domain/rules/unfinished.mts';
import { newRecord } from '../../domain/store/newRecord.mts';
import { importContent } from '../importContent.mts';
import { pick } from '../pick.mts';
import { projectIn } from '../references.mts';
import type { RequestContext } from '../requestContext.mts';
import * as schemas from '../schemas/dataset.mts';
import { views } from '../views/views.mts';
import { CONTENT_FIELDS, type Patch, type Resource } from './resource.mts';

const FIELDS = [...CONTENT_FIELDS, 'kind', 'contentUrl'] as const;

export const datasets: Resource<'datasets'> = {
	collection: 'datasets',
	path: '/datasets',
	view: views.datasets,
	tellsRetryAfter: true,
	removeAbsent: 204,
	create: { schema: schemas.create, make },
	update: {
		schema: schemas.update,
		apply: (ctx, record, body: Patch<DatasetUpdate>) => {
			patchContent(ctx, record, body, projectIn(ctx, body, record.fields.locale));
		},
	},
	beforeRemove: (ctx, record) => {
		refuseUnfinished(ctx, record);
		datasetIsFree(ctx, record);
	},
	afterRemove: ({ service }, { id }) => {
		service.blobs.removeAll(id);
	},
};

async function make(ctx: RequestContext, body: Dataset): Promise<DatasetRecord> {
	const { locale, kind, contentUrl } = body;
	if (!takesDataset(locale, kind)) {
		throw invalid(
			'InvalidLocale',
			`The locale '${locale}' is not supported for kind '${kind}'.`,
			'locale',
		);
	}
	const project = projectIn(ctx, body, locale);
	const dataset: DatasetRecord = newRecord(ctx.now, {
		fields: pick(body, FIELDS),
		refs: project ? { project } : {},
		properties: { ...body.properties },
		job: null,
	});
	if (contentUrl === undefined) dataset.blocks = { committed: {}, uncommitted: {} };
	else await importContent(ctx, dataset, contentUrl);
	return dataset;
}
