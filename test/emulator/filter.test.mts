import { call, refusal, startEmulator } from './client.mts';

describe('filter', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;

	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z' });
		emulator.put('datasets', {
			displayName: 'A',
			kind: 'Language',
			createdDateTime: '2026-01-01T00:00:00Z',
			description: 'first',
		});
		emulator.put('datasets', {
			displayName: "B's",
			kind: 'Acoustic',
			createdDateTime: '2026-02-01T00:00:00Z',
		});
		emulator.put('datasets', {
			displayName: 'C',
			kind: 'Language',
			createdDateTime: '2026-03-01T00:00:00Z',
			status: 'Failed',
		});
	});
	afterAll(() => emulator.close());

	it.each([
		["displayName eq 'A'", 'A'],
		["displayName ne 'A'", "B's C"],
		["displayName eq 'B''s'", "B's"],
		["displayName eq 'a'", ''],
		["kind eq 'Language'", 'A C'],
		["status eq 'Failed'", 'C'],
		["locale eq 'en-US'", "A B's C"],
		["description eq 'first'", 'A'],
		["description ne 'first'", "B's C"],
		['createdDateTime gt 2026-02-01T00:00:00Z', 'C'],
		['createdDateTime ge 2026-02-01T00:00:00Z', "B's C"],
		['createdDateTime lt 2026-02-01T00:00:00Z', 'A'],
		['createdDateTime le 2026-02-01T00:00:00Z', "A B's"],
		['createdDateTime eq 2026-02-01T01:00:00+01:00', "B's"],
		['createdDateTime ne 2026-02-01T00:00:00.000Z', 'A C'],
		["not displayName eq 'A'", "B's C"],
		["not not displayName eq 'A'", 'A'],
		["kind eq 'Language' and status eq 'Succeeded'", 'A'],
		["displayName eq 'A' or displayName eq 'C' and status eq 'Succeeded'", 'A'],
		["(displayName eq 'A' or displayName eq 'C') and status eq 'Failed'", 'C'],
		["not (displayName eq 'A' or displayName eq 'C')", "B's"],
		["  displayName   eq 'A' ", 'A'],
		["displayName eq 'not and or'", ''],
	])('%s lets through [%s]', async (filter, expected) => {
		const { status, body } = await call(emulator, 'GET', '/datasets', { query: { filter } });
		expect(status).toBe(200);
		expect(body.values.map((/** @type {any} */ one: any) => one.displayName).join(' ')).toBe(
			expected,
		);
	});

	it.each([
		['displayName'],
		['displayName eq'],
		['displayName eq A'],
		['displayName eq "A"'],
		["displayName gt 'A'"],
		["displayName = 'A'"],
		["displayName EQ 'A'"],
		["displayName eq 'A' and"],
		["displayName eq 'A' displayName eq 'B'"],
		["(displayName eq 'A'"],
		["displayName eq 'A')"],
		["displayName eq 'A"],
		["startswith(displayName, 'A')"],
		['description eq null'],
		["createdDateTime gt '2026-01-01T00:00:00Z'"],
		['createdDateTime gt 2026-01-01'],
		['createdDateTime gt 2026-13-41T00:00:00Z'],
		["self eq 'x'"],
		["constructor eq 'x'"],
		["customProperties eq 'x'"],
		["'A' eq displayName"],
		['not'],
		['%'],
	])('%s is refused', async (filter) => {
		const answer = await call(emulator, 'GET', '/datasets', { query: { filter } });
		expect(refusal(answer)).toBe('400 InvalidRequest UnsupportedFilter');
	});

	it.each([
		['/models', "kind eq 'Language'"],
		['/endpoints', "webUrl eq 'x'"],
		['/projects', "status eq 'Succeeded'"],
		['/projects', 'lastActionDateTime gt 2026-01-01T00:00:00Z'],
		['/webhooks', "locale eq 'en-US'"],
	])('%s does not know: %s', async (path, filter) => {
		const answer = await call(emulator, 'GET', path, { query: { filter } });
		expect(refusal(answer)).toBe('400 InvalidRequest UnsupportedFilter');
	});

	it.each([
		['/projects', "foundryProjectName eq 'f'"],
		['/webhooks', "webUrl eq 'https://a.example/'"],
		['/models/base', 'lastActionDateTime gt 2026-01-01T00:00:00Z'],
		['/evaluations', "status eq 'Failed'"],
	])('%s knows: %s', async (path, filter) => {
		expect((await call(emulator, 'GET', path, { query: { filter } })).status).toBe(200);
	});
});
