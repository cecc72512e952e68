import { isForEndpoints, lastTraining, youngestFirst } from './baseModels.mts';
import { call, ref, refusal, startEmulator, type Emulator, until } from './client.mts';

const MINUTE = 60_000;

describe('jobs and the clock', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'empty', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(() => emulator.close());

	async function train(more: object = {}) {
		const dataset = emulator.put('datasets', { kind: 'Language' });
		const body = { displayName: 'M', locale: 'en-US', datasets: [ref(dataset)], ...more };
		const { body: model } = await call(emulator, 'POST', '/models', { body });
		return String(emulator.list('models').find(({ self }) => self === model.self)?.id);
	}

	it('a text training goes NotStarted, Running, Succeeded in 40 minutes', async () => {
		const id = await train();
		const look = async () => {
			const { body, headers } = await call(emulator, 'GET', `/models/${id}`);
			return [body.status, headers.get('retry-after'), body.lastActionDateTime];
		};
		expect(await look()).toEqual(['NotStarted', '1', '2026-11-01T00:00:00Z']);
		emulator.advance(MINUTE);
		expect(await look()).toEqual(['Running', '1', '2026-11-01T00:00:20Z']);
		emulator.advance(38 * MINUTE);
		expect((await look())[0]).toBe('Running');
		emulator.advance(MINUTE);
		expect(await look()).toEqual(['Succeeded', null, '2026-11-01T00:40:00Z']);
	});

	it('a training with audio takes 10 hours', async () => {
		const id = await train({ datasets: [ref(emulator.put('datasets', { kind: 'Acoustic' }))] });
		emulator.advance(599 * MINUTE);
		expect(emulator.get('models', id)?.status).toBe('Running');
		emulator.advance(MINUTE);
		expect(emulator.get('models', id)?.status).toBe('Succeeded');
	});

	it('dates, features and weight are there when a training has succeeded', async () => {
		const id = await train();
		expect(emulator.get('models', id)?.properties).toEqual({ customModelWeightPercent: 30 });
		emulator.advance(40 * MINUTE);
		const properties = emulator.get('models', id)?.properties;
		expect(properties?.deprecationDates).toEqual({ transcriptionDateTime: '2029-01-15T00:00:00Z' });
		expect(properties?.features?.supportsEndpoints).toBe(true);
	});

	it('the base model left out is the newest that can be trained and used in an endpoint', async () => {
		const id = await train();
		const chosen = emulator.get('models', id)?.baseModel?.self;
		const bases = emulator
			.list('baseModels')
			.filter(
				(one) => one.locale === 'en-US' && isForEndpoints(one) && !Number.isNaN(lastTraining(one)),
			)
			.sort(youngestFirst);
		expect(chosen).toBe(bases[0].self);
	});

	it('a list tells Retry-After as long as one of its page is at work', async () => {
		emulator.put('models', {});
		const id = await train();
		expect((await call(emulator, 'GET', '/models')).headers.get('retry-after')).toBe('1');
		emulator.finish('models', id);
		expect((await call(emulator, 'GET', '/models')).headers.get('retry-after')).toBeNull();
	});

	it('a script makes a job to come fail', async () => {
		const error = { code: 'TrainingFailed', message: 'No usable data.' };
		emulator.setOutcome({ collection: 'models', displayName: /^Bad/, error, durationMs: 1000 });
		const bad = await train({ displayName: 'Bad one' });
		const good = await train();
		emulator.advance(MINUTE);
		expect(emulator.get('models', bad)).toMatchObject({ status: 'Failed', properties: { error } });
		expect(emulator.get('models', good)?.status).toBe('Running');
	});

	it('a script takes hold of a job that runs, but not of one that is over', async () => {
		const [running, over] = [await train(), await train()];
		emulator.finish('models', over);
		emulator.setOutcome({ collection: 'models', status: 'Cancelled', durationMs: 0 });
		expect(emulator.get('models', running)?.status).toBe('Cancelled');
		expect(emulator.get('models', over)?.status).toBe('Succeeded');
		expect((await call(emulator, 'GET', `/models/${running}`)).headers.get('retry-after')).toBe(
			'1',
		);
	});

	it('a job can be ended now', async () => {
		const id = await train();
		const error = { code: 'X', message: 'y' };
		expect(emulator.finish('models', id, 'Failed', error)).toMatchObject({
			status: 'Failed',
			properties: { error },
		});
	});

	it('the clock runs as fast as it is told', async () => {
		emulator.setClock('2027-01-01T00:00:00Z');
		expect(emulator.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
		const start = Date.now();
		emulator.setSpeed(100_000);
		const later = Date.parse('2027-01-01T00:40:00Z');
		await until(() => emulator.now().getTime() > later);
		expect(Date.now() - start).toBeLessThan(10_000);
	});

	it('an endpoint takes 5 minutes, and again when its model changes, but not for a new name', async () => {
		const [one, two] = [emulator.put('models', {}), emulator.put('models', {})];
		const body = { displayName: 'E', locale: 'en-US', model: ref(one) };
		await call(emulator, 'POST', '/endpoints', { body });
		const [{ id }] = emulator.list('endpoints');
		emulator.advance(5 * MINUTE);
		await call(emulator, 'PATCH', `/endpoints/${id}`, { body: { displayName: 'F' } });
		expect(emulator.get('endpoints', id)).toMatchObject({ status: 'Succeeded', displayName: 'F' });
		const patch = await call(emulator, 'PATCH', `/endpoints/${id}`, { body: { model: ref(two) } });
		expect(patch.body).toMatchObject({ status: 'NotStarted', model: ref(two) });
		expect(patch.headers.get('retry-after')).toBe('1');
		expect(emulator.state().endpoints[0].servedBy?.id).toBe(one.id);
		emulator.advance(5 * MINUTE);
		expect(emulator.state().endpoints[0].servedBy?.id).toBe(two.id);
	});

	it('an endpoint falls back to a base model when its model expires, and the API never tells', async () => {
		const model = emulator.put('models', {
			properties: { deprecationDates: { transcriptionDateTime: '2026-11-02T00:00:00Z' } },
		});
		const { id } = emulator.put('endpoints', { model: model.id });
		const before = (await call(emulator, 'GET', `/endpoints/${id}`)).text;
		expect(emulator.state().endpoints[0].fallsBackToBaseModel).toBe(false);
		emulator.setClock('2026-11-02T00:00:00Z');
		expect(emulator.state().endpoints[0]).toMatchObject({
			modelExpired: true,
			fallsBackToBaseModel: true,
			servedBy: { collection: 'baseModels' },
		});
		expect((await call(emulator, 'GET', `/endpoints/${id}`)).text).toBe(before);
	});

	it('an evaluation has scores at its end', () => {
		const { id } = emulator.put('evaluations', {
			model1: emulator.put('models', {}).id,
			model2: emulator.list('baseModels')[0].id,
			status: 'NotStarted',
		});
		expect(emulator.get('evaluations', id)?.properties?.wordErrorRate1).toBe(-1);
		emulator.advance(10 * MINUTE);
		const properties = emulator.get('evaluations', id)?.properties;
		expect(properties).toMatchObject({ wordErrorRate1: 0.065, wordErrorRate2: 0.12 });
	});

	it('what is in use cannot be deleted', async () => {
		const dataset = emulator.put('datasets', {});
		const model = emulator.put('models', { datasets: [dataset.id] });
		const endpoint = emulator.put('endpoints', { model: model.id });
		const remove = (path: string) => call(emulator, 'DELETE', path);
		expect(refusal(await remove(`/datasets/${dataset.id}`))).toBe('409 Conflict InUseViolation');
		expect(refusal(await remove(`/models/${model.id}`))).toBe('409 Conflict InUseViolation');
		for (const path of [
			`/endpoints/${endpoint.id}`,
			`/models/${model.id}`,
			`/datasets/${dataset.id}`,
		]) {
			expect((await remove(path)).status).toBe(204);
		}
	});

	it('a dataset of a failed training can be deleted', async () => {
		const dataset = emulator.put('datasets', {});
		emulator.put('models', { datasets: [dataset.id], status: 'Failed' });
		expect((await call(emulator, 'DELETE', `/datasets/${dataset.id}`)).status).toBe(204);
	});

	it('deleting what is not there is fine, unless told otherwise where it is unconfirmed', async () => {
		const absent = '11111111-1111-4111-8111-111111111111';
		const codes = async () =>
			Promise.all(
				['models', 'endpoints', 'webhooks'].map(
					async (group) => (await call(emulator, 'DELETE', `/${group}/${absent}`)).status,
				),
			);
		expect(await codes()).toEqual([204, 204, 204]);
		emulator.setQuirks({ deleteAbsent: 404 });
		expect(await codes()).toEqual([204, 404, 404]);
	});

	it('a PATCH merges custom properties and null takes one out, or replaces them all', async () => {
		const { id } = emulator.put('models', { customProperties: { a: '1', b: '2' } });
		const patch = async (customProperties: object | null) =>
			(await call(emulator, 'PATCH', `/models/${id}`, { body: { customProperties } })).body;
		expect((await patch({ a: null, c: '3' })).customProperties).toEqual({ b: '2', c: '3' });
		emulator.setQuirks({ mapsOnPatch: 'replace' });
		expect((await patch({ d: '4' })).customProperties).toEqual({ d: '4' });
	});
});
