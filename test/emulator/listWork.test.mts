import { fastify } from 'fastify';
import { ApiHost } from '../../emulator/api/apiHost.mts';
import { schemaValidators } from '../../emulator/api/http/validators.mts';
import { models } from '../../emulator/api/resources/models.mts';
import { addCrud } from '../../emulator/api/routes/crud.mts';
import { querySchemas } from '../../emulator/api/schemas/query.mts';
import { resolveOptions } from '../../emulator/app/options.mts';
import { placeEntity } from '../../emulator/app/control/placeEntity.mts';
import { Service } from '../../emulator/domain/service.mts';
import { Blobs } from '../../emulator/domain/store/blobs.mts';
import { Clock } from '../../emulator/domain/time/clock.mts';

const PAGE = 5;

/** The real list of models over so many of them, with a count of the views it makes. */
function listOf(count: number) {
	const options = resolveOptions({ pageSize: PAGE, apiVersions: ['v'] });
	const service = new Service({ ...options, clock: new Clock({}), blobs: new Blobs(undefined) });
	const host = new ApiHost(service, options, { touch: () => undefined, flush: () => undefined });
	for (let index = 0; index < count; index += 1) {
		placeEntity(service, 'models', { displayName: index % 2 ? 'odd' : 'even' });
	}
	const made = { views: 0 };
	const app = fastify({ forceCloseConnections: true });
	app.setValidatorCompiler(schemaValidators());
	const view: typeof models.view = (record, ctx) => {
		made.views += 1;
		return models.view(record, ctx);
	};
	addCrud(
		{ app, host, query: querySchemas(['v']) },
		{ collection: 'models', path: '/models', tellsRetryAfter: true, view },
	);
	return { app, service, made };
}

describe('the work of a list', () => {
	it.each([
		['a page', { skip: '10' }],
		['a filtered page', { skip: '2', filter: "displayName eq 'odd'" }],
		['a page filtered by a date', { filter: 'createdDateTime gt 2020-01-01T00:00:00Z' }],
	])('shows no more entities for %s when there are more of them', async (_what, query) => {
		for (const count of [20, 400]) {
			const { app, made } = listOf(count);
			const url = await app.listen({ host: '127.0.0.1', port: 0 });
			const all = new URLSearchParams({ 'api-version': 'v', ...query });
			const answer = await fetch(`${url}/models?${String(all)}`);
			expect(answer.status).toBe(200);
			expect(made.views).toBe(PAGE);
			await app.close();
		}
	});

	it('sorts once for all pages, and anew after a change', () => {
		const { service } = listOf(20);
		const { store } = service;
		const before = store.oldestFirst('models');
		expect(store.oldestFirst('models')).toBe(before);
		const oldest = placeEntity(service, 'models', { createdDateTime: '2020-01-01T00:00:00Z' });
		expect(store.oldestFirst('models')[0]).toBe(oldest);
		store.remove('models', oldest.id);
		expect(store.oldestFirst('models')).toEqual(before);
	});
});
