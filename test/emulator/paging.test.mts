import { call, startEmulator } from './client.mts';

describe('paging', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare', pageSize: 3 });
		for (let index = 0; index < 7; index += 1) {
			emulator.put('models', { displayName: `${index % 2 ? 'odd' : 'even'}` });
		}
	});
	afterAll(() => emulator.close());

	/** @param {Record<string, string>} query */
	async function walk(query: Record<string, string>) {
		const sizes = [];
		const ids = new Set();
		const start = new URLSearchParams({ 'api-version': '2025-10-15', ...query });
		/** @type {string | undefined} */
		let next: string | undefined = `${emulator.url}/speechtotext/models?${start}`;
		while (next) {
			expect(new URL(next).searchParams.getAll('api-version')).toEqual(['2025-10-15']);
			const answer = await fetch(next, { headers: { 'Ocp-Apim-Subscription-Key': emulator.key } });
			const page = (await answer.json()) as any;
			sizes.push(page.values.length);
			for (const one of page.values) ids.add(one.self);
			next = page['@nextLink'];
		}
		return { sizes, distinct: ids.size };
	}

	it('walks all pages by @nextLink, which carries api-version', async () => {
		expect(await walk({})).toEqual({ sizes: [3, 3, 1], distinct: 7 });
	});

	it('asks with skip and top for the next page', async () => {
		const { body } = await call(emulator, 'GET', '/models', { query: { skip: '1' } });
		const next = new URL(body['@nextLink']).searchParams;
		expect([next.get('skip'), next.get('top')]).toEqual(['4', '3']);
	});

	it('gives no more than asked for, and never more than a page', async () => {
		expect(await walk({ top: '2' })).toEqual({ sizes: [2, 2, 2, 1], distinct: 7 });
		expect(await walk({ top: '100' })).toEqual({ sizes: [3, 3, 1], distinct: 7 });
	});

	it('skips, and keeps the filter from page to page', async () => {
		expect(await walk({ skip: '5' })).toEqual({ sizes: [2], distinct: 2 });
		expect(await walk({ filter: "displayName eq 'even'", top: '3' })).toEqual({
			sizes: [3, 1],
			distinct: 4,
		});
	});

	it('is empty past the end', async () => {
		expect((await call(emulator, 'GET', '/models', { query: { skip: '70' } })).body).toEqual({
			values: [],
		});
	});

	it('can say null on the last page', async () => {
		emulator.setQuirks({ nextLinkAtEnd: 'null' });
		const { body } = await call(emulator, 'GET', '/models', { query: { skip: '6' } });
		expect(body['@nextLink']).toBeNull();
		emulator.setQuirks({ nextLinkAtEnd: 'absent' });
	});
});

describe('a list', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterAll(() => emulator.close());

	it('begins with the oldest, however its entities came', async () => {
		for (const year of ['2025', '2023', '2026', '2024']) {
			emulator.put('baseModels', { displayName: year, createdDateTime: `${year}-05-01T00:00:00Z` });
		}
		const { body } = await call(emulator, 'GET', '/models/base');
		const names = body.values.map((/** @type {any} */ { displayName }: any) => displayName);
		expect(names).toEqual(['2023', '2024', '2025', '2026']);
	});

	it('has 100 on a page unless told otherwise, and never more', async () => {
		for (let index = 0; index < 101; index += 1) emulator.put('datasets', {});
		const sizes = async (/** @type {any} */ query: any) =>
			(await call(emulator, 'GET', '/datasets', { query })).body.values.length;
		expect(await sizes({})).toBe(100);
		expect(await sizes({ top: '101' })).toBe(100);
		expect(await sizes({ top: '7' })).toBe(7);
	});
});
