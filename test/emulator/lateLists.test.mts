import { call, startEmulator, type Emulator } from './client.mts';

describe('a list', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(() => emulator.close());

	const make = async () => {
		const body = { displayName: 'D', locale: 'en-US', kind: 'Language' };
		return (await call(emulator, 'POST', '/datasets', { body })).body as { self: string };
	};
	const listed = async () => {
		const { body } = await call(emulator, 'GET', '/datasets');
		return (body as { values: object[] }).values.length;
	};

	it('shows at once what was made', async () => {
		await make();
		expect(await listed()).toBe(1);
	});

	it('shows it two seconds later when the quirk wants it, though it can be read by its ID', async () => {
		emulator.setQuirks({ madeIsListed: 'late' });
		const { self } = await make();
		const path = `/datasets/${new URL(self).pathname.split('/').at(-1)}`;
		expect(await listed()).toBe(0);
		expect((await call(emulator, 'GET', path)).status).toBe(200);
		emulator.advance(2_000);
		expect(await listed()).toBe(1);
	});
});
