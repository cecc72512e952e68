import { loadContract } from './contract.mts';

const check = loadContract();
const ID = '11111111-1111-4111-8111-111111111111';
const query = { 'api-version': '2025-10-15' };
const model = { displayName: 'M', locale: 'en-US' };

/** @param {Record<string, any>} more */
const post = (more: Record<string, any>) => ({
	method: 'POST',
	path: '/models',
	query,
	body: model,
	...more,
});

// A check that never complains is worth nothing, so each kind of mistake is shown to it once.
describe('the contract check', () => {
	it.each([
		['an unknown path', post({ path: '/modells' })],
		['a missing api-version', post({ query: {} })],
		['an unknown api-version', post({ query: { 'api-version': '2023-01-01' } })],
		['an unknown query parameter', post({ query: { ...query, order: 'x' } })],
		['a number that is none', { method: 'GET', path: '/models', query: { ...query, top: 'x' } }],
		['a bad id', { method: 'GET', path: '/models/abc', query }],
		['a missing field', post({ body: { displayName: 'M' } })],
		['an unknown field', post({ body: { ...model, text: 'x' } })],
		['a read-only field', post({ body: { ...model, status: 'Succeeded' } })],
		['a nested read-only field', post({ body: { ...model, properties: { error: {} } } })],
		['a bare id as reference', post({ body: { ...model, baseModel: ID } })],
		[
			'a field more in a reference',
			post({ body: { ...model, baseModel: { self: 'http://a/b', id: ID } } }),
		],
		[
			'a weight of 101',
			post({ body: { ...model, properties: { customModelWeightPercent: 101 } } }),
		],
		[
			'a long custom property',
			post({ body: { ...model, customProperties: { a: 'x'.repeat(257) } } }),
		],
		['a missing body', post({ body: undefined })],
		['a body with a GET', { method: 'GET', path: '/models', query, body: {} }],
		['a wrong content type', post({ contentType: 'application/merge-patch+json' })],
		['a dataset kind nobody knows', post({ path: '/datasets', body: { ...model, kind: 'Video' } })],
		[
			'a project with 2024-11-15',
			post({
				query: { 'api-version': '2024-11-15' },
				body: { ...model, project: { self: 'http://a/b' } },
			}),
		],
		[
			'loggingEnabled in a PATCH',
			{
				method: 'PATCH',
				path: `/endpoints/${ID}`,
				query,
				body: { properties: { loggingEnabled: true } },
			},
		],
	] as [string, any][])('finds %s in a request', (_what, request) => {
		expect(check.validateRequest(request)).not.toEqual([]);
	});

	it('is content with a right request, with or without /speechtotext', () => {
		expect(check.validateRequest(post({}))).toEqual([]);
		expect(check.validateRequest(post({ path: '/speechtotext/models' }))).toEqual([]);
	});

	it.each([
		['a status nobody listed', 202, undefined],
		['an unknown field', 201, { ...model, id: ID }],
		['a status value nobody knows', 201, { ...model, status: 'Cancelled' }],
		['a date that is none', 201, { ...model, createdDateTime: 'yesterday' }],
		['a body that is missing', 201, undefined],
		['an error of another shape', 400, { error: { code: '400', message: 'x' } }],
	] as [string, number, any][])('finds %s in a response', (_what, status, body) => {
		expect(check.validateResponse({ method: 'POST', path: '/models', status, body })).not.toEqual(
			[],
		);
	});

	it('finds headers that are not declared', () => {
		const headers = new Headers({ 'retry-after': '1' });
		const found = check.validateResponse({
			method: 'POST',
			path: '/models',
			status: 201,
			body: model,
			headers,
		});
		expect(found).toEqual(['header Retry-After is not declared here']);
	});

	it('is content with a right response', () => {
		expect(
			check.validateResponse({ method: 'POST', path: '/models', status: 201, body: model }),
		).toEqual([]);
	});
});
