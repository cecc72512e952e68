import { freePorts } from '../../playground/lib/freePorts.mts';
import { credentialFor } from '../../playground/lib/credentialFor.mts';
import { sharedPlayground, ownerSession } from './support/sharedPlayground.mts';

describe("The button 'Test' of the credential", () => {
	let session;
	let good;
	let id;
	const messages = new Set();

	beforeAll(async () => {
		session = await ownerSession();
		good = credentialFor(sharedPlayground().emulator);
		({ id } = await session.post('/rest/credentials', { ...good, name: 'To Be Tested' }));
	});

	/** What the editor sends when a person saves or retries a credential; an older n8n tests only what is stored. */
	async function testWith(changes) {
		const credentials = { ...good, id, data: { ...good.data, ...changes } };
		return await session.post('/rest/credentials/test', { credentials });
	}

	async function refusalOf(changes) {
		const { status, message } = await testWith(changes);
		expect(status).toBe('Error');
		messages.add(message);
		return message;
	}

	async function deny(denyKey) {
		await fetch(`${sharedPlayground().emulator.url}/control/access`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ denyKey }),
		});
	}

	test('accepts the key of the resource', async () => {
		expect(await testWith({})).toMatchObject({ status: 'OK' });
	});

	test('tells that the key is not accepted', async () => {
		expect(await refusalOf({ apiKey: 'wrong' })).toMatch(/does not accept the key/);
	});

	test('tells that the host cannot be reached', async () => {
		const [unused] = await freePorts(1);
		const message = await refusalOf({ endpoint: `http://127.0.0.1:${unused}` });
		expect(message).toMatch(/cannot be reached/);
	});

	test('tells that another service answers', async () => {
		const message = await refusalOf({ endpoint: sharedPlayground().url });
		expect(message).toMatch(/not as Azure Custom Speech/);
	});

	test('tells that the key lacks the rights', async () => {
		await deny(true);
		try {
			expect(await refusalOf({})).toMatch(/permission|role|right|allowed/i);
		} finally {
			await deny(false);
		}
	});

	test('has a sentence of its own for each of these', () => {
		expect([...messages]).toHaveLength(4);
		for (const message of messages) expect(message).toMatch(/^\S.*\.$/);
	});

	test('never shows the key', () => {
		for (const message of messages) expect(message).not.toContain(good.data.apiKey);
	});
});
