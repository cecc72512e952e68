import { credentialFor } from '../../playground/emulator/credentialFor.mts';
import { emulatorControl } from '../../playground/emulator/emulatorControl.mts';
import { object, text } from '../../playground/json.mts';
import { storeCredential, type CredentialDraft } from '../../playground/n8n/credential.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { freePort } from '../../playground/process/freePort.mts';
import { sharedPlayground, ownerSession } from './support/sharedPlayground.mts';

const verdict = object<{ status: string; message: string }>({ status: text, message: text });

describe("The button 'Test' of the credential", () => {
	let session: N8nSession;
	let good: CredentialDraft;
	let id: string;
	const messages = new Set<string>();

	beforeAll(async () => {
		session = ownerSession();
		good = credentialFor(sharedPlayground().emulator);
		({ id } = await storeCredential(session, { ...good, name: 'To Be Tested' }));
	});

	/** What the editor sends when a person saves or retries a credential; an older n8n tests only what is stored. */
	async function testWith(changes: Record<string, unknown>) {
		const credentials = { ...good, id, data: { ...good.data, ...changes } };
		return verdict(await session.post('/rest/credentials/test', { credentials }));
	}

	async function refusalOf(changes: Record<string, unknown>): Promise<string> {
		const { status, message } = await testWith(changes);
		expect(status).toBe('Error');
		messages.add(message);
		return message;
	}

	async function deny(denyKey: boolean) {
		await emulatorControl(sharedPlayground().emulator).post('/access', { denyKey });
	}

	test('accepts the key of the resource', async () => {
		expect(await testWith({})).toMatchObject({ status: 'OK' });
	});

	test('tells that the key is not accepted', async () => {
		expect(await refusalOf({ apiKey: 'wrong' })).toMatch(/does not accept the key/);
	});

	test('tells that the host cannot be reached', async () => {
		const unused = await freePort();
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
