import { call, idOf, startEmulator, until, type Emulator } from './client.mts';
import { startHookReceiver, type HookBody, type HookReceiver } from './hookReceiver.mts';

const MINUTE = 60_000;
const GROUPS = [
	['datasets', 'dataset'],
	['models', 'model'],
	['evaluations', 'evaluation'],
	['endpoints', 'endpoint'],
] as const;
const MOMENTS = ['Creation', 'Processing', 'Completion', 'Deletion'] as const;

describe('a call to a receiver of web hooks', () => {
	let emulator: Emulator;
	let receiver: HookReceiver;
	beforeEach(async () => {
		receiver = await startHookReceiver();
		emulator = await startEmulator({ seed: 'empty', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(async () => {
		await emulator.close();
		receiver.close();
	});

	const statusOf = (id: string) => emulator.get('webhooks', id)?.status;
	const told = () => receiver.calls.filter(({ token }) => token === null);
	const bodies = () => told().map(({ body }) => JSON.parse(body) as HookBody);

	async function create(events: Record<string, boolean>) {
		return await call(emulator, 'POST', '/webhooks', {
			body: { displayName: 'H', webUrl: receiver.url, events },
		});
	}

	async function register(events: Record<string, boolean> = { modelDeletion: true }) {
		const id = idOf(await create(events));
		await until(() => statusOf(id) === 'Succeeded');
		return id;
	}

	/** Something to tell. */
	async function removeModel() {
		const { id } = emulator.put('models', {});
		await call(emulator, 'DELETE', `/models/${id}`);
	}

	/** Moves the clock and waits for the calls that are due then. */
	async function after(minutes: number, calls: number) {
		emulator.advance(minutes * MINUTE);
		await until(() => told().length === calls);
	}

	it.each([500, 404, 302])(
		'is tried again when it is answered with %i, as it was',
		async (status) => {
			await register();
			receiver.answers.status = status;
			await removeModel();
			await until(() => told().length === 1);
			receiver.answers.status = 204;
			await after(1, 2);
			const [first, again] = bodies();
			expect(again).toEqual(first);
			emulator.advance(60 * MINUTE);
			await removeModel();
			await until(() => told().length === 3);
			expect(bodies()[2].invocationId).not.toBe(first.invocationId);
		},
	);

	it('is tried again at growing distances, and then dropped', async () => {
		const id = await register();
		receiver.answers.status = 503;
		await removeModel();
		await until(() => told().length === 1);
		await after(1, 2);
		await after(5, 3);
		await after(15, 4);
		emulator.advance(600 * MINUTE);
		receiver.answers.status = 200;
		await removeModel();
		await until(() => told().length === 5);
		expect(bodies()[4].self).not.toBe(bodies()[3].self);
		expect(statusOf(id)).toBe('Succeeded');
	});

	/** Three deliveries that no try brings home. */
	async function exhaust() {
		receiver.answers.status = 503;
		for (let model = 0; model < 3; model++) await removeModel();
		await until(() => told().length === 3);
		await after(1, 6);
		await after(5, 9);
		await after(15, 12);
	}

	it('is not made any more once several deliveries were dropped, until the address is sent again', async () => {
		const id = await register();
		await exhaust();
		await until(() => statusOf(id) === 'Failed');
		expect(emulator.get('webhooks', id)?.properties?.error?.message).toMatch(/disabled/);
		receiver.answers.status = 200;
		await removeModel();
		emulator.advance(600 * MINUTE);
		await call(emulator, 'PATCH', `/webhooks/${id}`, { body: { displayName: 'I' } });
		expect(statusOf(id)).toBe('Failed');

		await call(emulator, 'PATCH', `/webhooks/${id}`, { body: { webUrl: receiver.url } });
		await until(() => statusOf(id) === 'Succeeded');
		expect(emulator.get('webhooks', id)?.properties).not.toHaveProperty('error');
		await removeModel();
		await until(() => told().length === 13);
	});

	it('is not tried again for a web hook that was deleted', async () => {
		const id = await register();
		receiver.answers.status = 503;
		await removeModel();
		await until(() => told().length === 1);
		await call(emulator, 'DELETE', `/webhooks/${id}`);
		receiver.answers.status = 200;
		emulator.advance(60 * MINUTE);
		await register();
		await removeModel();
		await until(() => told().length === 2);
		expect(bodies()[1].invocationId).not.toBe(bodies()[0].invocationId);
	});

	it.each(['Pascal', 'camel'] as const)('names all events in %s case', async (eventNames) => {
		emulator.setQuirks({ eventNames });
		const names = GROUPS.flatMap(([, group]) => MOMENTS.map((moment) => `${group}${moment}`));
		await register(Object.fromEntries(names.map((name) => [name, true])));
		// so that the creation is seen before the end
		const jobs = GROUPS.map(([collection]) => [
			collection,
			emulator.put(collection, { status: 'NotStarted' }).id,
		]);
		await call(emulator, 'GET', '/models');
		for (const [collection, id] of jobs) {
			emulator.finish(collection, id);
			await call(emulator, 'DELETE', `/${collection}/${id}`);
		}
		const spelled = (name: string) =>
			eventNames === 'camel' ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
		const expected = names.filter((name) => !/Creation|Processing/.test(name)).map(spelled);
		await until(() => expected.every((name) => told().some(({ event }) => event === name)));
		const known = new Set(names.map(spelled));
		expect(told().filter(({ event }) => !known.has(event))).toEqual([]);
	});

	it('begins with a challenge that can come late', async () => {
		emulator.setQuirks({ challengeSent: 'late' });
		const id = idOf(await create({ ping: true }));
		emulator.advance(29_000);
		await call(emulator, 'GET', '/webhooks');
		expect(statusOf(id)).toBe('NotStarted');
		expect(receiver.calls).toEqual([]);
		emulator.advance(1_000);
		await until(() => statusOf(id) === 'Succeeded');
	});

	it('is for ten web hooks at most, when the quirk has it so', async () => {
		emulator.setQuirks({ mostWebhooks: 'ten' });
		for (let made = 0; made < 10; made++) expect((await create({})).status).toBe(201);
		const refused = await create({});
		expect(refused.status).toBe(400);
		expect(refused.text).toContain('QuotaViolation');
	});
});
