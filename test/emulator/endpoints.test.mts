import { call, ref, refusal, startEmulator } from './client.mts';

const MINUTE = 60_000;

describe('endpoints', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	/** @type {Record<string, any>} */
	let have: Record<string, any>;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'empty', now: '2026-11-01T00:00:00Z', speed: 0 });
		const [old, young] = [emulator.put('models', {}), emulator.put('models', {})];
		have = { old, young, live: emulator.put('endpoints', { displayName: 'Live', model: old.id }) };
	});
	afterEach(() => emulator.close());

	/** @param {any} model */
	const change = (model: any) =>
		call(emulator, 'PATCH', `/endpoints/${have.live.id}`, { body: { model: ref(model) } });
	const look = async () => (await call(emulator, 'GET', `/endpoints/${have.live.id}`)).body;
	const serving = () => emulator.state().endpoints[0].servedBy?.id;
	/** @param {any} [more] */
	const failOnce = (more?: any) =>
		emulator.setOutcome({
			collection: 'endpoints',
			id: have.live.id,
			times: 1,
			status: 'Failed',
			...more,
		});

	it('name one link, with their id in it', async () => {
		expect((await look()).links).toEqual({
			webSocket: expect.stringMatching(
				new RegExp(`^wss://.+/stt/speech/universal/v2\\?cid=${have.live.id}$`),
			),
		});
	});

	it('change their model without a break: NotStarted, Running, Succeeded', async () => {
		await change(have.young);
		const seen = [];
		for (const minutes of [0, 1, 4]) {
			emulator.advance(minutes * MINUTE);
			seen.push([(await look()).status, serving()]);
		}
		expect(seen).toEqual([
			['NotStarted', have.old.id],
			['Running', have.old.id],
			['Succeeded', have.young.id],
		]);
	});

	it('go on with the old model when a change fails, and take it back when asked to', async () => {
		failOnce({ error: { code: 'DeployFailed', message: 'No room.' } });
		await change(have.young);
		emulator.advance(5 * MINUTE);
		expect(await look()).toMatchObject({
			status: 'Failed',
			model: ref(have.young),
			properties: { error: { code: 'DeployFailed', message: 'No room.' } },
		});
		expect(serving()).toBe(have.old.id);
		await change(have.old);
		expect(serving()).toBe(have.old.id);
		emulator.advance(5 * MINUTE);
		expect(await look()).toMatchObject({ status: 'Succeeded', model: ref(have.old) });
		expect((await look()).properties).not.toHaveProperty('error');
		expect(serving()).toBe(have.old.id);
	});

	it('can show the old model after a change that failed, as long as it is that', async () => {
		emulator.setQuirks({ failedUpdateModel: 'old' });
		failOnce();
		await change(have.young);
		expect((await look()).model).toEqual(ref(have.young));
		emulator.advance(5 * MINUTE);
		expect(await look()).toMatchObject({ status: 'Failed', model: ref(have.old) });
		await change(have.young);
		emulator.advance(5 * MINUTE);
		expect(await look()).toMatchObject({ status: 'Succeeded', model: ref(have.young) });
		expect(serving()).toBe(have.young.id);
	});

	it('can be late in showing a change, and go on with it meanwhile', async () => {
		emulator.setQuirks({ endpointChangeShown: 'late' });
		const answer = await change(have.young);
		const asBefore = { status: 'Succeeded', model: ref(have.old) };
		expect(answer.body).toMatchObject(asBefore);
		emulator.advance(1_999);
		expect(await look()).toMatchObject(asBefore);
		emulator.advance(1);
		expect(await look()).toMatchObject({ status: 'NotStarted', model: ref(have.young) });
		emulator.advance(5 * MINUTE);
		expect(serving()).toBe(have.young.id);
	});

	it('can answer a change with success at once, and go on with the old model for minutes', async () => {
		emulator.setQuirks({ endpointChangeServed: 'later' });
		const { body, headers } = await change(have.young);
		expect(body).toMatchObject({ status: 'Succeeded', model: ref(have.young) });
		expect(headers.get('retry-after')).toBeNull();
		expect([await look(), serving()]).toMatchObject([body, have.old.id]);
		emulator.advance(5 * MINUTE - 1);
		expect(serving()).toBe(have.old.id);
		emulator.advance(1);
		expect(serving()).toBe(have.young.id);
	});

	it('serve what they served when they are changed again meanwhile', async () => {
		emulator.setQuirks({ endpointChangeServed: 'later' });
		await change(have.young);
		emulator.advance(MINUTE);
		const third = emulator.put('models', {});
		await change(third);
		emulator.advance(4 * MINUTE);
		expect(serving()).toBe(have.old.id);
		emulator.advance(MINUTE);
		expect(serving()).toBe(third.id);
	});

	it('keep the model that still serves from being deleted', async () => {
		emulator.setQuirks({ endpointChangeServed: 'later' });
		await change(have.young);
		const remove = async () => refusal(await call(emulator, 'DELETE', `/models/${have.old.id}`));
		expect(await remove()).toBe('409 Conflict InUseViolation');
		emulator.advance(5 * MINUTE);
		expect(await remove()).toBe('204');
	});

	it('can fail a change at once, and go on with the old model', async () => {
		emulator.setQuirks({ endpointChangeServed: 'later' });
		failOnce();
		expect((await change(have.young)).body.status).toBe('Failed');
		emulator.advance(60 * MINUTE);
		expect(serving()).toBe(have.old.id);
	});

	it('serve the new model as soon as a change is ended by hand', async () => {
		emulator.setQuirks({ endpointChangeServed: 'later' });
		await change(have.young);
		emulator.finish('endpoints', have.live.id);
		expect(serving()).toBe(have.young.id);
	});

	it('that never came up serve nothing and show what they were to have', async () => {
		emulator.setQuirks({ failedUpdateModel: 'old' });
		emulator.setOutcome({ collection: 'endpoints', displayName: 'New', status: 'Failed' });
		const body = { displayName: 'New', locale: 'en-US', model: ref(have.young) };
		const { body: made } = await call(emulator, 'POST', '/endpoints', { body });
		emulator.advance(5 * MINUTE);
		const { pathname } = new URL(made.self);
		const { body: shown } = await call(emulator, 'GET', pathname.replace('/speechtotext', ''));
		expect(shown).toMatchObject({ status: 'Failed', model: ref(have.young) });
		expect(emulator.state().endpoints[1].servedBy).toBeUndefined();
	});

	it('can answer a change with what was before', async () => {
		expect((await change(have.young)).body).toMatchObject({
			status: 'NotStarted',
			model: ref(have.young),
		});
		emulator.finish('endpoints', have.live.id);
		emulator.setQuirks({ endpointPatchAnswer: 'old' });
		expect((await change(have.old)).body).toMatchObject({
			status: 'Succeeded',
			model: ref(have.young),
		});
		expect(await look()).toMatchObject({ status: 'NotStarted', model: ref(have.old) });
	});

	it('keep both models from being deleted until a change has succeeded', async () => {
		const remove = async (/** @type {any} */ { id }: any) =>
			refusal(await call(emulator, 'DELETE', `/models/${id}`));
		const refused = '409 Conflict InUseViolation';
		failOnce();
		await change(have.young);
		expect([await remove(have.old), await remove(have.young)]).toEqual([refused, refused]);
		emulator.advance(5 * MINUTE);
		expect([await remove(have.old), await remove(have.young)]).toEqual([refused, refused]);
		await change(have.young);
		emulator.advance(5 * MINUTE);
		expect(await remove(have.young)).toBe(refused);
		expect(await remove(have.old)).toBe('204');
	});

	it('fall back to a base model also when the model from before a failed change expires', async () => {
		failOnce();
		await change(have.young);
		emulator.setClock('2029-02-01T00:00:00Z');
		expect(emulator.state().endpoints[0]).toMatchObject({
			status: 'Failed',
			fallsBackToBaseModel: true,
			servedBy: { collection: 'baseModels' },
		});
	});
});

describe('an outcome that comes only so often', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(() => emulator.close());

	const statuses = () => {
		emulator.advance(60 * MINUTE);
		return emulator.list('models').map(({ status }) => status);
	};
	const start = () => emulator.put('models', { status: 'NotStarted' });

	it('decides so many jobs to come, and no more', () => {
		emulator.setOutcome({ collection: 'models', status: 'Failed', times: 2 });
		for (let index = 0; index < 3; index += 1) start();
		expect(statuses()).toEqual(['Failed', 'Failed', 'Succeeded']);
	});

	it('counts the jobs that were under way', () => {
		for (let index = 0; index < 3; index += 1) start();
		emulator.setOutcome({ collection: 'models', status: 'Failed', times: 2 });
		start();
		expect(statuses()).toEqual(['Failed', 'Failed', 'Succeeded', 'Succeeded']);
	});

	it('makes way for the one set before it', () => {
		emulator.setOutcome({ collection: 'models', status: 'Failed' });
		emulator.setOutcome({ collection: 'models', status: 'Succeeded', times: 1 });
		for (let index = 0; index < 2; index += 1) start();
		expect(statuses()).toEqual(['Succeeded', 'Failed']);
	});

	it('can be set over HTTP, and must come a whole number of times', async () => {
		const set = async (/** @type {any} */ body: any) =>
			(
				await fetch(`${emulator.url}/control/outcomes`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ collection: 'models', status: 'Failed', ...body }),
				})
			).status;
		expect(await set({ times: 0 })).toBe(400);
		expect(await set({ times: 1.5 })).toBe(400);
		expect(await set({ times: 1 })).toBe(204);
		for (let index = 0; index < 2; index += 1) start();
		expect(statuses()).toEqual(['Failed', 'Succeeded']);
	});
});
