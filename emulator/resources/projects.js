'use strict';

const { patchFields } = require('../rules/patch.js');
const { pick } = require('../rules/pick.js');
const schemas = require('../schemas/project.js');
const { newRecord } = require('../store/newRecord.js');
const { views } = require('../views/views.js');

/** @type {import('../types.js').Resource} */
const projects = {
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
		for (const collection of /** @type {const} */ ([
			'datasets',
			'models',
			'endpoints',
			'evaluations',
		])) {
			for (const { refs } of ctx.service.store.all(collection)) {
				const link = /** @type {import('../types.js').Link | undefined} */ (refs.project);
				if (link?.id === project.id) delete refs.project;
			}
		}
	},
};

module.exports = { projects };
