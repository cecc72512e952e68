import { patchFields } from '../rules/patch.mts';
import { pick } from '../rules/pick.mts';
import * as schemas from '../schemas/project.mts';
import { newRecord } from '../store/newRecord.mts';
import { views } from '../views/views.mts';

/** @type {import('../types.mts').Resource} */
const projects: import('../types.mts').Resource = {
	collection: 'projects',
	path: '/projects',
	view: views.projects,
	tellsRetryAfter: false,
	createSchema: schemas.create,
	updateSchema: schemas.update,
	removeAbsent: 204,

	create: (ctx, body) =>
		newRecord(ctx.now, {
			fields: pick(body, [
				'displayName',
				'description',
				'locale',
				'customProperties',
				'foundryProjectName',
			]),
		}),

	update: (ctx, record, body) =>
		patchFields(ctx, record, body, [
			'displayName',
			'description',
			'customProperties',
			'foundryProjectName',
		]),

	// What happens to the content of a deleted project is unconfirmed: here it stays, without a project.
	afterRemove(ctx, project) {
		for (const collection of ['datasets', 'models', 'endpoints', 'evaluations'] as const) {
			for (const { refs } of ctx.service.store.all(collection)) {
				const link = refs.project as import('../types.mts').Link | undefined;
				if (link?.id === project.id) delete refs.project;
			}
		}
	},
};

export { projects };
