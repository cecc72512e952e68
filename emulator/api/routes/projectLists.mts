import type { Collection, Link, Records } from '../../domain/records.mts';
import { applyFilter } from '../filter/filter.mts';
import { filterableTranscriptions } from '../filter/properties.mts';
import type { ListQuery } from '../http/requestParts.mts';
import { contextOf, entityIn } from '../requestContext.mts';
import type { Resource } from '../resources/resource.mts';
import { resources } from '../resources/resources.mts';
import { idParams } from '../schemas/query.mts';
import type { Api } from './api.mts';
import { sendList } from './sendList.mts';

interface OneProject {
	Params: { id: string };
	Querystring: ListQuery;
}

/**
 * What belongs to a project, collection by collection. Transcriptions are always none: the emulator has no such thing.
 */
export function addProjectLists(api: Api) {
	addProjectList(api, resources.datasets, ({ refs }) => refs.project);
	addProjectList(api, resources.models, ({ refs }) => refs.project);
	addProjectList(api, resources.endpoints, ({ refs }) => refs.project);
	addProjectList(api, resources.evaluations, ({ refs }) => refs.project);

	const { app, host, query } = api;
	const schema = { params: idParams, querystring: query.list };
	app.get<OneProject>('/projects/:id/transcriptions', { schema }, (request) => {
		const ctx = contextOf(host, request);
		entityIn(ctx, 'projects', request);
		return { values: applyFilter([], request.query.filter, filterableTranscriptions, ctx.now) };
	});
}

function addProjectList<C extends Collection>(
	{ app, host, query }: Api,
	resource: Resource<C>,
	projectOf: (record: Records[C]) => Link | undefined,
) {
	const schema = { params: idParams, querystring: query.list };
	app.get<OneProject>(`/projects/:id${resource.path}`, { schema }, (request, reply) => {
		const ctx = contextOf(host, request);
		const project = entityIn(ctx, 'projects', request);
		const records = host.service.store
			.oldestFirst(resource.collection)
			.filter((record) => projectOf(record)?.id === project.id);
		return sendList(ctx, request, reply, resource, records);
	});
}
