import { createHmac } from 'node:crypto';
import { call, idOf, ref, startEmulator, until, type Emulator } from './client.mts';
import {
	startHookReceiver,
	type HookBody,
	type HookCall,
	type HookReceiver,
} from './hookReceiver.mts';

describe('web hooks', () => {
	let emulator: Emulator;
	let receiver: HookReceiver;
	let webUrl: string;
	let calls: HookCall[];

	beforeEach(async () => {
		receiver = await startHookReceiver();
		({ url: webUrl, calls } = receiver);
		emulator = await startEmulator({ seed: 'empty', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(async () => {
		await emulator.close();
		receiver.close();
	});

	const hmac = (data: string) => createHmac('sha256', 's').update(data).digest('base64');
	const events = () => calls.map(({ event }) => event);

	async function register(more: object = {}) {
		const answer = await call(emulator, 'POST', '/webhooks', {
			body: {
				displayName: 'H',
				webUrl,
				events: { modelCreation: true, modelCompletion: true, datasetDeletion: true, ping: true },
				properties: { secret: 's' },
				...more,
			},
		});
		expect(answer.body.status).toBe('NotStarted');
		const id = idOf(answer);
		await until(() => emulator.get('webhooks', id)?.status !== 'NotStarted');
		return id;
	}

	it('are alive once the receiver has answered the signed challenge', async () => {
		const id = await register();
		expect(emulator.get('webhooks', id)?.status).toBe('Succeeded');
		expect(calls[0]).toMatchObject({ method: 'POST', event: 'Challenge' });
		expect(calls[0].signature).toBe(hmac(String(calls[0].token)));
	});

	it('fail when the answer is wrong, and are told nothing', async () => {
		receiver.answers.proof = false;
		const id = await register();
		const hook = emulator.get('webhooks', id);
		expect(hook?.status).toBe('Failed');
		expect(hook?.properties?.error?.message).toContain(calls[0].token);
		emulator.put('models', { status: 'NotStarted' });
		emulator.advance(3_600_000);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(calls).toHaveLength(1);
	});

	it('can be challenged by GET, with event names in camel case', async () => {
		emulator.setQuirks({ challengeMethod: 'GET', eventNames: 'camel' });
		await register();
		expect(calls[0]).toMatchObject({ method: 'GET', event: 'challenge' });
	});

	it('hear of creation and completion once each, signed, with nothing else listened to', async () => {
		await register();
		const datasets = [ref(emulator.put('datasets', {}))];
		const body = { displayName: 'M', locale: 'en-US', datasets };
		const { body: model } = await call(emulator, 'POST', '/models', { body });
		await until(() => calls.length === 2);
		emulator.advance(3_600_000);
		emulator.advance(3_600_000);
		await until(() => calls.length === 3);
		expect(events()).toEqual(['Challenge', 'ModelCreation', 'ModelCompletion']);
		expect(calls[2].signature).toBe(hmac(calls[2].body));
		const [one, two] = calls.slice(1).map((seen) => JSON.parse(seen.body) as HookBody);
		expect(one.self).toBe(model.self);
		expect(one.invocationId).not.toBe(two.invocationId);
	});

	it('hear of a deletion', async () => {
		await register();
		const { id } = emulator.put('datasets', {});
		await call(emulator, 'DELETE', `/datasets/${id}`);
		await until(() => calls.length === 2);
		expect(events()).toEqual(['Challenge', 'DatasetDeletion']);
	});

	it('hear of completion by the clock alone', async () => {
		await register();
		emulator.put('models', { status: 'NotStarted' });
		emulator.setSpeed(10_000_000);
		await until(() => calls.length === 2);
		expect(events()).toEqual(['Challenge', 'ModelCompletion']);
	});

	it('can be pinged, and tested when there is something to tell', async () => {
		const id = await register();
		expect((await call(emulator, 'POST', `/webhooks/${id}:ping`)).status).toBe(202);
		await until(() => calls.length === 2);
		expect(calls[1].event).toBe('Ping');
		expect((JSON.parse(calls[1].body) as HookBody).displayName).toBe('H');
		expect((await call(emulator, 'POST', `/webhooks/${id}:test`)).status).toBe(204);
		emulator.put('models', {});
		expect((await call(emulator, 'POST', `/webhooks/${id}:test`)).status).toBe(202);
		await until(() => calls.length === 4);
	});

	it('lose their signature when a PATCH leaves the secret out', async () => {
		const id = await register();
		await call(emulator, 'PATCH', `/webhooks/${id}`, { body: { displayName: 'I' } });
		expect(emulator.get('webhooks', id)?.properties?.secret).toBeUndefined();
		await call(emulator, 'POST', `/webhooks/${id}:ping`);
		await until(() => calls.length === 2);
		expect(calls[1].signature).toBe('undefined');
	});

	it('are challenged again at a new URL', async () => {
		const id = await register();
		const body = { webUrl: `${webUrl}&c=d`, properties: { secret: 's' } };
		const answer = await call(emulator, 'PATCH', `/webhooks/${id}`, { body });
		expect(answer.body.status).toBe('NotStarted');
		await until(() => emulator.get('webhooks', id)?.status === 'Succeeded');
		expect(events()).toEqual(['Challenge', 'Challenge']);
	});
});
