import type { Project, ProjectUpdate } from '../../../contract/types.d.ts';
import { patchFields } from '../../domain/rules/patch.mts';
import { newRecord } from '../../domain/store/newRecord.mts';
import { pick } from '../pick.mts';
import * as schemas from '../schemas/project.mts';
import { views } from '../views/views.mts';
import { CONTENT_FIELDS, type Patch, type Resource } from './resource.mts';

const FIELDS = [...CONTENT_FIELDS, 'foundryProjectName'] as const;

export const projects: Resource<'projects'> = {
	collection: 'projects',
	path: '/projects',
	view: views.projects,
	tellsRetryAfter: false,
	removeAbsent: 204,
	create: {
		schema: schemas.create,
		make: ({ now }, body: Project) => newRecord(now, { fields: pick(body, FIELDS) }),
	},
	update: {
		schema: schemas.update,
		apply: (ctx, record, body: Patch<ProjectUpdate>) => {
			patchFields(ctx, record, body, pick(body, ['foundryProjectName']));
		},
	},
	// What happens to the content of a deleted project is unconfirmed: here it stays, without a project.
	afterRemove: ({ service }, { id }) => {
		for (const collection of ['datasets', 'models', 'endpoints', 'evaluations'] as const) {
			for (const { refs } of service.store.all(collection)) {
				if (refs.project?.id === id) delete refs.project;
			}
		}
	},
};
