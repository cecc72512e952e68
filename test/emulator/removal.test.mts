import { call, refusal, startEmulator } from './client.mts';

describe('deleting', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(() => emulator.close());

	/** @param {string} collection @param {{ id: string }} entity */
	const remove = async (collection: string, { id }: { id: string }) =>
		refusal(await call(emulator, 'DELETE', `/${collection}/${id}`));

	describe.each(['datasets', 'models', 'endpoints', 'evaluations'])('one of the %s', (name) => {
		it.each([
			['NotStarted', '409 Conflict DeleteNotAllowed'],
			['Running', '409 Conflict DeleteNotAllowed'],
			['Succeeded', '204'],
			['Failed', '204'],
		])('that is %s: %s', async (status, expected) => {
			const entity = emulator.put(name, { status });
			expect(await remove(name, entity)).toBe(expected);
			expect(Boolean(emulator.get(name, entity.id))).toBe(expected !== '204');
		});

		it('that runs is possible once it has come to an end', async () => {
			const entity = emulator.put(name, { status: 'Running' });
			emulator.finish(name, entity.id, 'Failed');
			expect(await remove(name, entity)).toBe('204');
		});
	});

	it('what runs can be refused with 400 too', async () => {
		emulator.setQuirks({ unfinishedStatus: 400 });
		const model = emulator.put('models', { status: 'Running' });
		expect(await remove('models', model)).toBe('400 InvalidRequest DeleteNotAllowed');
	});

	it('what is in use can be refused with 400 too', async () => {
		emulator.setQuirks({ inUseStatus: 400 });
		const dataset = emulator.put('datasets', {});
		const model = emulator.put('models', { datasets: [dataset.id] });
		emulator.put('endpoints', { model: model.id });
		const refused = '400 InvalidRequest InUseViolation';
		expect(await remove('datasets', dataset)).toBe(refused);
		expect(await remove('models', model)).toBe(refused);
	});

	it('a dataset that never got its blocks is possible, unless the quirk says otherwise', async () => {
		const create = async () => {
			const body = { displayName: 'D', locale: 'en-US', kind: 'Language' };
			await call(emulator, 'POST', '/datasets', { body });
			return emulator.list('datasets').at(-1) as { id: string };
		};
		expect(await remove('datasets', await create())).toBe('204');
		emulator.setQuirks({ deleteUnuploaded: 'refused' });
		expect(await remove('datasets', await create())).toBe('409 Conflict DeleteNotAllowed');
	});

	it('projects and web hooks have nothing that runs', async () => {
		expect(await remove('projects', emulator.put('projects', {}))).toBe('204');
		const hook = emulator.put('webhooks', { status: 'NotStarted' });
		expect(await remove('webhooks', hook)).toBe('204');
	});
});
