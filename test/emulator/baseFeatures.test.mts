import { call, ref, refusal, startEmulator } from './client.mts';

const MINUTE = 60_000;
const whisper = {
	properties: {
		features: {
			supportsAdaptationsWith: ['Acoustic'],
			supportsEndpoints: false,
			supportedOutputFormats: ['Display'],
		},
	},
};

describe('what a base model supports', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	/** @type {Record<string, any>} */
	let have: Record<string, any>;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
		have = {
			whisper: emulator.put('baseModels', whisper),
			usual: emulator.put('baseModels', {}),
			audio: emulator.put('datasets', { kind: 'Acoustic' }),
		};
	});
	afterEach(() => emulator.close());

	/** @param {string} path @param {any} body */
	const post = (path: string, body: any) =>
		call(emulator, 'POST', path, { body: { displayName: 'X', locale: 'en-US', ...body } });
	/** @param {any} base */
	async function train(base: any) {
		const { body } = await post('/models', { baseModel: ref(base), datasets: [ref(have.audio)] });
		return String(new URL(body.self).pathname.split('/').pop());
	}
	/** @param {string} id */
	const propertiesOf = (id: string) => (emulator.get('models', id) as any).properties;

	it('is told of a custom model, with its dates, from the moment training runs', async () => {
		const id = await train(have.usual);
		expect(propertiesOf(id)).toEqual({ customModelWeightPercent: 30 });
		emulator.advance(MINUTE);
		expect(emulator.get('models', id)?.status).toBe('Running');
		const running = propertiesOf(id);
		expect(running.deprecationDates).toEqual({ transcriptionDateTime: '2029-01-15T00:00:00Z' });
		expect(running.features).toMatchObject({
			supportsEndpoints: true,
			supportedOutputFormats: ['Display', 'Lexical'],
		});
		expect(running.features).not.toHaveProperty('supportsAdaptationsWith');
		emulator.advance(600 * MINUTE);
		expect(emulator.get('models', id)?.status).toBe('Succeeded');
		expect(propertiesOf(id)).toEqual(running);
	});

	it('holds for the models trained from it', async () => {
		const id = await train(have.whisper);
		emulator.advance(600 * MINUTE);
		expect(propertiesOf(id).features).toMatchObject({
			supportsEndpoints: false,
			supportedOutputFormats: ['Display'],
			supportsTranscriptionsSubmit: true,
		});
	});

	it('can be told of neither', () => {
		const base = emulator.put('baseModels', { properties: { features: null } });
		const model = emulator.put('models', { baseModel: base.id });
		expect(base.properties).not.toHaveProperty('features');
		expect(model.properties).not.toHaveProperty('features');
	});

	it('decides what it can be trained with', async () => {
		const text = emulator.put('datasets', { kind: 'Language' });
		const body = { baseModel: ref(have.whisper), datasets: [ref(text)] };
		expect(refusal(await post('/models', body))).toBe(
			'400 InvalidRequest InvalidAdaptationMapping',
		);
	});

	describe('decides about endpoints:', () => {
		const refused = '400 InvalidRequest ModelNotDeployable';

		it.each([
			['a base model', () => have.usual, '201'],
			['a base model for transcription only', () => have.whisper, refused],
			['a model of it', () => emulator.put('models', { baseModel: have.whisper.id }), refused],
			['a model that says so itself', () => emulator.put('models', whisper), refused],
			[
				'a model that tells nothing',
				() => emulator.put('models', { properties: { features: null } }),
				'201',
			],
		] as [string, () => any, string][])(
			'one is created on %s: %s',
			async (_what, model, expected) => {
				expect(refusal(await post('/endpoints', { model: ref(model()) }))).toBe(expected);
			},
		);

		it('one can be moved to a newer base model and back, but not to one for transcription only', async () => {
			const newer = emulator.put('baseModels', {});
			const { id } = emulator.put('endpoints', { model: have.usual });
			const serving = () => emulator.state().endpoints[0].servedBy?.id;
			for (const model of [newer, have.usual]) {
				const body = { model: ref(model) };
				const { body: changed } = await call(emulator, 'PATCH', `/endpoints/${id}`, { body });
				expect(changed.model).toEqual(ref(model));
				emulator.advance(5 * MINUTE);
				expect(serving()).toBe(model.id);
			}
			const body = { model: ref(have.whisper) };
			const answer = await call(emulator, 'PATCH', `/endpoints/${id}`, { body });
			expect(refusal(answer)).toBe(refused);
			expect(emulator.get('endpoints', id)).toMatchObject({
				status: 'Succeeded',
				model: ref(have.usual),
			});
		});

		it('none falls back to a base model for transcription only', () => {
			emulator.put('baseModels', { ...whisper, createdDateTime: '2026-10-31T00:00:00Z' });
			const model = emulator.put('models', {
				properties: { deprecationDates: { transcriptionDateTime: '2026-10-30T00:00:00Z' } },
			});
			emulator.put('endpoints', { model: model.id });
			expect(emulator.state().endpoints[0]).toMatchObject({
				fallsBackToBaseModel: true,
				servedBy: { id: have.usual.id },
			});
		});
	});

	it('a copied model has a base, but tells no features, datasets or project', async () => {
		const project = emulator.put('projects', {});
		const model = emulator.put('models', {
			baseModel: have.whisper.id,
			datasets: [have.audio.id],
			project: project.id,
		});
		const { body: authorization } = await call(emulator, 'POST', '/models:authorizecopy', {
			body: { sourceResourceId: '/subscriptions/s/accounts/a' },
		});
		await call(emulator, 'POST', `/models/${model.id}:copy`, { body: authorization });
		emulator.advance(5 * MINUTE);
		const copy = emulator.list('models').at(-1) as Record<string, any>;
		expect(copy).toMatchObject({ status: 'Succeeded', baseModel: ref(have.whisper) });
		expect(copy).not.toHaveProperty('datasets');
		expect(copy).not.toHaveProperty('project');
		expect(copy.properties).not.toHaveProperty('features');
		expect(copy.properties.deprecationDates).toBeDefined();
		expect(refusal(await post('/endpoints', { model: { self: copy.self } }))).toBe(
			'400 InvalidRequest ModelNotDeployable',
		);
	});

	describe('a test', () => {
		/** @param {any} dataset @param {any[]} models */
		async function test(dataset: any, [model1, model2]: any[]) {
			const body = { model1: ref(model1), model2: ref(model2), dataset: ref(dataset) };
			const { body: made } = await post('/evaluations', body);
			emulator.advance(10 * MINUTE);
			const { pathname } = new URL(made.self);
			const path = pathname.replace('/speechtotext', '');
			const { body: done } = await call(emulator, 'GET', path);
			const { body: files } = await call(emulator, 'GET', `${path}/files`, { query: { top: '2' } });
			const scores = await Promise.all(
				files.values.map(async (/** @type {any} */ { links }: any) =>
					JSON.parse(await (await fetch(links.contentUrl)).text()),
				),
			);
			return {
				done,
				phrases: scores.map(({ recognizedPhrases }) => recognizedPhrases[0].nBest[0]),
			};
		}

		it('compares two base models', async () => {
			const { done } = await test(have.audio, [have.usual, emulator.put('baseModels', {})]);
			expect(done.properties).toMatchObject({ wordErrorRate1: 0.12, wordErrorRate2: 0.12 });
		});

		it('has no lexical form of what a model for displayed text only has recognised', async () => {
			const { phrases } = await test(have.audio, [have.whisper, have.usual]);
			const [shown, usual] = phrases;
			expect(shown).toMatchObject({ lexical: '', display: expect.stringMatching(/^[A-Z].+\.$/) });
			expect(shown.scoringResult).not.toBe('');
			expect(usual.lexical).not.toBe('');
			expect(usual).not.toHaveProperty('display');
		});

		it('can have none for any model', async () => {
			emulator.setQuirks({ scoreFiles: 'displayOnly' });
			const { phrases } = await test(have.audio, [have.usual, have.usual]);
			expect(phrases.map(({ lexical }) => lexical)).toEqual(['', '']);
		});

		it('with audio alone is for listening: nothing is measured', async () => {
			const audio = emulator.put('datasets', { kind: 'AudioFiles' });
			const { done, phrases } = await test(audio, [have.usual, have.usual]);
			expect(done).toMatchObject({
				status: 'Succeeded',
				properties: { wordErrorRate1: -1, wordCount2: -1 },
			});
			expect(done.properties).not.toHaveProperty('tokenErrorRate1');
			expect(phrases[0].lexical).not.toBe('');
			expect(phrases[0]).not.toHaveProperty('scoringResult');
		});
	});
});

describe('structured text and pronunciations in one training', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
		emulator.put('baseModels', {});
	});
	afterEach(() => emulator.close());

	/** @param {string[]} kinds */
	async function train(...kinds: string[]) {
		const datasets = kinds.map((kind) => ref(emulator.put('datasets', { kind })));
		const body = { displayName: 'M', locale: 'en-US', datasets };
		const answer = await call(emulator, 'POST', '/models', { body });
		emulator.advance(40 * MINUTE);
		return [refusal(answer), emulator.list('models').at(-1)?.status];
	}

	it('are refused together, and taken with anything else', async () => {
		expect(await train('LanguageMarkdown', 'Language', 'Pronunciation')).toEqual([
			'400 InvalidRequest InvalidAdaptationMapping',
			undefined,
		]);
		expect(await train('LanguageMarkdown', 'Language')).toEqual(['201', 'Succeeded']);
		expect(await train('Pronunciation', 'Language')).toEqual(['201', 'Succeeded']);
	});

	it.each([
		['failed', 'Failed'],
		['taken', 'Succeeded'],
	] as ['failed' | 'taken', string][])(
		'can be %s, since what the service answers is not known',
		async (quirk, status) => {
			emulator.setQuirks({ pronunciationWithStructuredText: quirk });
			expect(await train('Pronunciation', 'LanguageMarkdown')).toEqual(['201', status]);
			const error = emulator.list('models').at(-1)?.properties.error;
			expect(error?.message).toEqual(
				quirk === 'failed' ? expect.stringMatching(/structured text/) : undefined,
			);
		},
	);
});
