import { absent } from '../../domain/refusal.mts';
import { applyFilter } from '../filter/filter.mts';
import { filterableFiles } from '../filter/properties.mts';
import { pageOf } from '../http/page.mts';
import { pathOf, type ListQuery, type SasQuery } from '../http/requestParts.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { contextOf, type RequestContext } from '../requestContext.mts';
import { fileParams, idParams } from '../schemas/query.mts';
import { filesIn, fileView, type CollectionWithFiles } from '../views/files.mts';
import { checkLifetime } from '../views/sas.mts';
import type { Api } from './api.mts';

/**
 * Files of datasets, models and evaluations.
 */
export function addFiles(api: Api) {
	for (const collection of ['datasets', 'models', 'evaluations'] as const) {
		addFileList(api, collection);
		addFile(api, collection);
	}
}

function addFileList({ app, host, query: schemas }: Api, collection: CollectionWithFiles) {
	const schema = { params: idParams, querystring: schemas.files };
	app.get<{ Params: { id: string }; Querystring: ListQuery & SasQuery }>(
		`/${collection}/:id/files`,
		{ schema },
		(request, reply) => {
			const ctx = contextOf(host, request);
			const { query } = request;
			const { id, status, files } = filesOfEntity(ctx, collection, request.params.id);
			checkLifetime(ctx, query.sasLifetimeMinutes);
			tellRetryAfter(host, reply, [status]);
			const wanted = applyFilter(files, query.filter, filterableFiles, ctx.now);
			const page = pageOf(ctx, pathOf(request), query, wanted);
			// Only what is on the page is opened: a test can have thousands of files.
			const values = page.values.map((file) =>
				fileView([collection, id], file, ctx, query.sasLifetimeMinutes),
			);
			return { ...page, values };
		},
	);
}

function addFile({ app, host, query: schemas }: Api, collection: CollectionWithFiles) {
	const schema = { params: fileParams, querystring: schemas.file };
	app.get<{ Params: { id: string; fileId: string }; Querystring: SasQuery }>(
		`/${collection}/:id/files/:fileId`,
		{ schema },
		(request) => {
			const ctx = contextOf(host, request);
			const fileId = request.params.fileId.toLowerCase();
			const { id, files } = filesOfEntity(ctx, collection, request.params.id);
			const file = files.find((one) => one.id === fileId);
			if (!file) throw absent();
			const { sasLifetimeMinutes } = request.query;
			checkLifetime(ctx, sasLifetimeMinutes);
			return fileView([collection, id], file, ctx, sasLifetimeMinutes);
		},
	);
}

function filesOfEntity(ctx: RequestContext, collection: CollectionWithFiles, id: string) {
	const list = filesIn(collection, id, ctx);
	if (!list) throw absent();
	return list;
}
