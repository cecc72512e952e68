import type { Connection } from '../../../nodes/shared/api/connection';
import { ServiceError } from '../../../nodes/shared/api/serviceError';
import {
	entityPath,
	nextPageUrl,
	ownLink,
	referenceTo,
	serviceUrl,
} from '../../../nodes/shared/api/urls';
import { ORIGIN, uuid } from '../entities';
import { inputErrorOf, thrownBy } from '../failures';

const connection: Connection = {
	credentialType: 'azureCustomSpeechApi',
	origin: ORIGIN,
	region: 'westus',
	apiVersion: '2025-10-15',
};

describe('the path of an entity', () => {
	it('is made of group and id', () => {
		expect(entityPath('models', uuid(1))).toBe(`/models/${uuid(1)}`);
		expect(entityPath('baseModels', uuid(1))).toBe(`/models/base/${uuid(1)}`);
		expect(entityPath('copyOperations', uuid(1))).toBe(`/operations/models/copy/${uuid(1)}`);
	});

	it('is in lower case', () => {
		const id = 'ABCDEF00-0000-4000-8000-000000000000';
		expect(entityPath('datasets', id)).toBe(`/datasets/${id.toLowerCase()}`);
	});

	it.each([
		'',
		'..',
		'../datasets',
		`../datasets/${uuid(1)}`,
		`${uuid(1)}/../..`,
		`${uuid(1)}/files`,
		`${uuid(1)}?x=1`,
		`${uuid(1)}#`,
		`${uuid(1)}%2f..`,
		` ${uuid(1)}`,
		`${uuid(1)}\n`,
		'base',
		'x'.repeat(10_000),
	])('is refused for %j', (id) => {
		const { message } = inputErrorOf(() => entityPath('datasets', id));
		expect(message).toContain('is not the ID of a dataset');
		expect(message.length).toBeLessThan(150);
	});
});

describe('a URL of the service', () => {
	it('always has the API version', () => {
		expect(serviceUrl(connection, '/models')).toBe(
			`${ORIGIN}/speechtotext/models?api-version=2025-10-15`,
		);
	});

	it('lets no query take the API version away', () => {
		for (const apiVersion of ['2020-01-01', '', undefined]) {
			const url = new URL(serviceUrl(connection, '/models', { 'api-version': apiVersion }));
			expect(url.searchParams.getAll('api-version')).toEqual(['2025-10-15']);
		}
	});

	it.each([
		["displayName eq 'R&D #1 = 100%+?'", /filter=displayName%20eq%20/],
		["displayName eq 'Größe 文件'", /filter=displayName%20eq%20/],
	])('carries %s unharmed', (filter, written) => {
		const url = serviceUrl(connection, '/models', { filter, top: 100 });
		expect(url).toMatch(written);
		expect(url).not.toContain('+');
		expect(new URL(url).hash).toBe('');
		expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
			filter,
			top: '100',
			'api-version': '2025-10-15',
		});
	});

	it('leaves out what is not given, but not a zero', () => {
		const url = serviceUrl(connection, '/models', { filter: undefined, top: '', skip: 0 });
		expect([...new URL(url).searchParams.keys()].sort()).toEqual(['api-version', 'skip']);
	});
});

describe('a reference to another entity', () => {
	it('is its URL on the host of the credential', () => {
		expect(referenceTo(connection, 'datasets', uuid(1)).self).toMatch(
			`${ORIGIN}/speechtotext/datasets/${uuid(1)}`,
		);
	});

	it('is refused for what is no id', () => {
		const error = inputErrorOf(() => referenceTo(connection, 'projects', 'x'));
		expect(error.message).toContain('is not the ID of a project');
	});
});

describe('a link the service sent', () => {
	it('is followed on the host of the credential, page mark and all', () => {
		const url = new URL(ownLink(connection, `${ORIGIN}/speechtotext/models?skip=100&top=100`));
		expect(url.origin + url.pathname).toBe(`${ORIGIN}/speechtotext/models`);
		expect(url.searchParams.get('skip')).toBe('100');
		expect(url.searchParams.get('api-version')).toBe('2025-10-15');
	});

	it('is asked for in the version of the credential, once', () => {
		const link = `${ORIGIN}/speechtotext/models?api-version=2020-01-01&api-version=2021-01-01`;
		const url = new URL(ownLink(connection, link));
		expect(url.searchParams.getAll('api-version')).toEqual(['2025-10-15']);
	});

	it('keeps a filter with odd characters', () => {
		const first = serviceUrl(connection, '/models', { filter: "displayName eq 'a+b & c'" });
		expect(ownLink(connection, first)).toContain('eq%20');
		const url = new URL(ownLink(connection, first));
		expect(url.searchParams.get('filter')).toBe("displayName eq 'a+b & c'");
	});

	it.each([
		['another host', 'https://evil.example/speechtotext/models'],
		['a host that begins alike', `${ORIGIN}.evil.example/speechtotext/models`],
		['a host behind a user name', `${ORIGIN}@evil.example/speechtotext/models`],
		['another region', 'https://eastus.api.cognitive.microsoft.com/speechtotext/models'],
		['another port', `${ORIGIN}:8443/speechtotext/models`],
		['plain http', `${ORIGIN.replace('https', 'http')}/speechtotext/models`],
		['a user name on the same host', ORIGIN.replace('//', '//me:word@') + '/speechtotext/models'],
		['another service on the same host', `${ORIGIN}/openai/models`],
		['a path that climbs out', `${ORIGIN}/speechtotext/../openai/models`],
		['no host', '/speechtotext/models'],
		['nothing', ''],
	])('is refused for %s', (_name, link) => {
		const thrown = thrownBy(() => ownLink(connection, link));
		expect(thrown).toBeInstanceOf(ServiceError);
		expect((thrown as ServiceError).facts.kind).toBe('foreignLink');
		expect((thrown as ServiceError).isTransient).toBe(false);
	});

	it('never shows its query when it is refused', () => {
		const thrown = thrownBy(() => ownLink(connection, 'https://evil.example/x?sig=hidden'));
		expect(JSON.stringify((thrown as ServiceError).facts)).not.toContain('hidden');
	});
});

describe('the next page of a list', () => {
	const current = `${ORIGIN}/speechtotext/models?top=100&api-version=2025-10-15`;

	it.each([
		['its own host', ORIGIN],
		['the regional host behind a custom domain', 'https://westeurope.api.cognitive.microsoft.com'],
		['any other host', 'https://evil.example'],
	])('is asked of the own host when the link names %s', (_name, origin) => {
		const link = `${origin}/speechtotext/models?skip=100&top=100&api-version=2025-10-15`;
		const next = new URL(nextPageUrl(connection, current, link));
		expect(next.origin + next.pathname).toBe(`${ORIGIN}/speechtotext/models`);
		expect(next.searchParams.get('skip')).toBe('100');
	});

	it.each([
		['has no host', '/speechtotext/models?skip=100&top=100'],
		['is a query only', '?skip=100&top=100'],
		['names the last part only', 'models?skip=100&top=100'],
		['writes the path in another case', `${ORIGIN}/SpeechToText/Models?skip=100&top=100`],
		['ends in a slash', `${ORIGIN}/speechtotext/models/?skip=100&top=100`],
		['names another list', `${ORIGIN}/speechtotext/models/base?skip=100&top=100`],
		['names another service', `${ORIGIN}/openai/models?skip=100&top=100`],
		['has a user name', `${ORIGIN.replace('//', '//me:word@')}/x?skip=100&top=100`],
		['has a fragment', '/speechtotext/models?skip=100&top=100#x?skip=7'],
		['has another version', '/models?skip=100&top=100&api-version=2020-01-01'],
	])('is of the same list when the link %s', (_name, link) => {
		const next = new URL(nextPageUrl(connection, current, link));
		expect(next.origin + next.pathname).toBe(`${ORIGIN}/speechtotext/models`);
		expect(Object.fromEntries(next.searchParams)).toEqual({
			skip: '100',
			top: '100',
			'api-version': '2025-10-15',
		});
	});

	const filtered = `${ORIGIN}/speechtotext/models?top=100&filter=locale%20eq%20'en-US'`;
	it.each([
		['when the link forgets it', '?skip=100', "locale eq 'en-US'"],
		['unless the link has its own', "?skip=100&filter=locale%20eq%20'x'", "locale eq 'x'"],
	])('keeps the filter %s', (_name, link, filter) => {
		const next = nextPageUrl(connection, filtered, link);
		expect(new URL(next).searchParams.get('filter')).toBe(filter);
		expect(next).not.toContain('+');
	});

	it.each([['next'], [`${ORIGIN}/speechtotext/models`], ['?'], [{ skip: 100 }], [100], [true]])(
		'is refused when the link has no query: %j',
		(link) => {
			const thrown = thrownBy(() => nextPageUrl(connection, current, link));
			expect((thrown as ServiceError).facts.kind).toBe('foreignLink');
		},
	);
});
