import { call, ref, refusal, startEmulator } from './client.mts';

describe('answers that are odd but harmless', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', pageSize: 2 });
	});
	afterEach(() => emulator.close());

	it.each([
		['absolute', '/models/base', '{url}/speechtotext/models/base'],
		['relative', '/models/base', '/speechtotext/models/base'],
		['upperCase', '/models/base', '{url}/SPEECHTOTEXT/MODELS/BASE'],
		['trailingSlash', '/models/base', '{url}/speechtotext/models/base/'],
		['otherCollection', '/models/base', '{url}/speechtotext/models'],
		['otherCollection', '/models', '{url}/speechtotext/models/base'],
		['otherCollection', '/datasets', '{url}/speechtotext/models'],
	] as [any, string, string][])(
		'a link to the next page that is %s, of %s',
		async (nextLinkForm, path, expected) => {
			for (let index = 0; index < 3; index += 1) {
				for (const name of ['baseModels', 'models', 'datasets']) emulator.put(name, {});
			}
			emulator.setQuirks({ nextLinkForm });
			const { body } = await call(emulator, 'GET', path, {
				query: { filter: "locale eq 'en-US'" },
			});
			const [where, query] = body['@nextLink'].split('?');
			expect(where).toBe(expected.replace('{url}', emulator.url));
			expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
				'api-version': '2025-10-15',
				filter: "locale eq 'en-US'",
				skip: '2',
				top: '2',
			});
		},
	);

	it('a base model named as if it were a custom one, which is taken back as it was given', async () => {
		const base = emulator.put('baseModels', {});
		const text = emulator.put('datasets', {});
		const body = { displayName: 'M', locale: 'en-US', datasets: [ref(text)] };
		const plain = { self: base.self.replace('/models/base/', '/models/') };
		const train = (/** @type {any} */ baseModel: any) =>
			call(emulator, 'POST', '/models', { body: { ...body, baseModel } });
		expect(refusal(await train(plain))).toBe('400 InvalidRequest InvalidBaseModel');
		emulator.setQuirks({ baseReference: 'plain' });
		const { body: model } = await train(plain);
		expect(model.baseModel).toEqual(plain);
		expect((await train(ref(base))).body.baseModel).toEqual(plain);
		const { body: listed } = await call(emulator, 'GET', '/models');
		expect(listed.values[0].baseModel).toEqual(plain);
	});

	it('several faults in one message, with the code of the first', async () => {
		const body = { displayName: '', locale: 'en-US', text: 'x' };
		const { body: all } = await call(emulator, 'POST', '/models', { body });
		expect(all.message.split(' OR ')).toEqual([
			expect.stringContaining("'text'"),
			expect.stringContaining("'displayName'"),
		]);
		expect(all).toMatchObject({ target: 'text', innerError: { code: 'InvalidPayload' } });
		const { body: locale } = await call(emulator, 'POST', '/models', {
			body: { displayName: 'M', locale: 'xx-XX', properties: { customModelWeightPercent: 0 } },
		});
		expect(locale).toMatchObject({
			message: expect.stringMatching(
				/^The locale is not supported\. OR .*customModelWeightPercent/,
			),
			innerError: { code: 'InvalidLocale' },
		});
		emulator.setQuirks({ severalFaults: 'first' });
		const { body: first } = await call(emulator, 'POST', '/models', { body });
		expect(first.message).toBe(all.message.split(' OR ')[0]);
	});

	it('an error in the shape of another gateway, by a fault', async () => {
		const body = { Message: 'The resource is not reachable.' };
		emulator.addFault({ kind: 'status', status: 403, body });
		expect(await call(emulator, 'GET', '/models')).toMatchObject({ status: 403, body });
	});
});

describe('null in the body of a create', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
		emulator.put('baseModels', {});
	});
	afterAll(() => emulator.close());

	const named = { displayName: 'X', locale: 'en-US' };
	const nothing = { description: null, project: null, customProperties: null, properties: null };

	it.each([
		[
			'models',
			() => ({ ...nothing, baseModel: null, datasets: [ref(emulator.put('datasets', {}))] }),
		],
		['datasets', () => ({ ...nothing, kind: 'Language', contentUrl: null })],
		['endpoints', () => ({ ...nothing, model: ref(emulator.put('models', {})) })],
		['projects', () => ({ description: null, foundryProjectName: null })],
		[
			'evaluations',
			() => ({
				description: null,
				project: null,
				transcription1: null,
				transcription2: null,
				model1: ref(emulator.put('models', {})),
				model2: ref(emulator.put('models', {})),
				dataset: ref(emulator.put('datasets', { kind: 'Acoustic' })),
			}),
		],
	] as [string, () => any][])('counts as not given, of %s', async (group, body) => {
		const answer = await call(emulator, 'POST', `/${group}`, { body: { ...named, ...body() } });
		expect(refusal(answer)).toBe('201');
		expect(Object.values(answer.body)).not.toContain(null);
	});

	it('is seen in the log as it came', async () => {
		emulator.clearRequests();
		await call(emulator, 'POST', '/projects', { body: { ...named, description: null } });
		expect(emulator.requests()[0].body).toEqual({ ...named, description: null });
	});

	it.each([
		['a required field', { ...named, displayName: null }],
		['an unknown field', { ...named, text: null }],
		['what is inside', { ...named, customProperties: { a: null } }],
		['everything', null],
	])('is refused for %s', async (_what, body) => {
		const answer = await call(emulator, 'POST', '/projects', { body: JSON.stringify(body) });
		expect(answer.status).toBe(400);
	});

	it('is no project to a version without projects', async () => {
		const body = { ...named, kind: 'Language', project: null };
		const answer = await call(emulator, 'POST', '/datasets', { body, version: '2024-11-15' });
		expect(answer.body).toMatchObject({ target: 'project' });
	});
});
