import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { POLICIES, SINGLE_TRY } from '../../nodes/shared/api/policies';
import { credentialTest } from '../../nodes/shared/n8n/authentication';
import type { CredentialValues } from '../support/credentialStore';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch, credentialTestContext, runNode, startNode } from '../support/engine';
import {
	CHANGES_OF_PROTOCOL,
	endlessRefusal,
	hostileServer,
	LARGE_ANSWERS,
	inTurn,
	sound,
	SLOW_ANSWERS,
	type HostileAnswer,
	type HostileServer,
} from '../support/hostileServer.mts';
import { until } from '../support/until.mts';

const KEY = 'azureCustomSpeechApi';
const ENTRA_ID = 'azureCustomSpeechOAuth2Api';

/** Long enough for a host that answers at once. */
const SHORT_MS = 700;
/** What a loaded machine may need besides. */
const SLACK_MS = 5_000;

let emulator: Emulator;
let server: HostileServer | undefined;
beforeAll(async () => {
	emulator = await freshEmulator({ seed: 'bare' });
});
afterAll(async () => {
	await emulator.close();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await server?.close();
	server = undefined;
});

/** Starts a server that answers like this. */
async function answering(answer: HostileAnswer): Promise<HostileServer> {
	server = await hostileServer(answer);
	return server;
}

/** A credential of each type for a resource at an address; the sign-in is the emulator's. */
function credentialOf(type: string, endpoint: string): CredentialValues {
	if (type === KEY) return credentialsFor(emulator, { endpoint });
	const identity: ICredentialDataDecryptedObject = {
		cloud: 'other',
		authority: emulator.url,
		tenantId: 'contoso',
		clientId: emulator.oauth.clientId,
		clientSecret: emulator.oauth.clientSecret,
		endpoint,
	};
	return { [ENTRA_ID]: identity };
}

const authenticationOf = (type: string) => ({
	authentication: type === ENTRA_ID ? 'oAuth2' : 'apiKey',
});

/** Lets every request of an execution, and every one of a list in the editor, end soon. */
function hurry(): void {
	for (const policy of [POLICIES.ask, POLICIES.listInEditor]) {
		jest.replaceProperty(policy, 'timeoutMs', SHORT_MS);
		jest.replaceProperty(policy, 'silencePatienceMs', SHORT_MS);
	}
	jest.replaceProperty(POLICIES.listInEditor, 'patienceMs', SHORT_MS);
}

async function check(type: string, endpoint: string) {
	const begun = Date.now();
	const run = await runNode({
		node: new CheckExpiration(),
		parameters: authenticationOf(type),
		credentials: credentialOf(type, endpoint),
	});
	const { message = '', description } = (run.error ?? {}) as {
		message?: string;
		description?: string;
	};
	return { sentence: [message, description].join(' '), ms: Date.now() - begun };
}

/** What a person reads who opens a list, or how many entries it has. */
async function openList(type: string, endpoint: string) {
	const begun = Date.now();
	const surroundings = {
		credentials: credentialOf(type, endpoint),
		parameters: authenticationOf(type),
	};
	const said = await callListSearch(
		new SelectBaseline(),
		'searchModels',
		undefined,
		undefined,
		surroundings,
	).then(
		({ results }) => `${results.length} models`,
		(error: unknown) => String(error),
	);
	return { said, ms: Date.now() - begun };
}

describe.each([KEY, ENTRA_ID])('an answer that never ends, asked for with %s,', (type) => {
	it.each(Object.entries(SLOW_ANSWERS))(
		'ends a node and a list in time: %s',
		async (_what, answer) => {
			const { url, open } = await answering(answer);
			hurry();
			const [node, list] = await Promise.all([check(type, url), openList(type, url)]);
			expect(node.sentence).toMatch(
				/^No response from 127\.0\.0\.1:\d+\..* The connection ended with no complete response within 1 s\./,
			);
			expect(list.said).toContain('No response from 127.0.0.1');
			for (const { ms } of [node, list]) expect(ms).toBeLessThan(SHORT_MS + SLACK_MS);
			await until(() => open() === 0);
		},
	);

	it('does not keep a stopped execution from ending', async () => {
		const { url, open, requests } = await answering(SLOW_ANSWERS['a body that drips']);
		const { finished, cancel } = startNode({
			node: new CheckExpiration(),
			parameters: authenticationOf(type),
			credentials: credentialOf(type, url),
		});
		await until(() => requests.length > 0);
		const stopped = Date.now();
		cancel();
		await finished;
		expect(Date.now() - stopped).toBeLessThan(1_000);
		await until(() => open() === 0);
	});

	it('is outlived by a wait', async () => {
		const id = '11111111-1111-4111-8111-111111111111';
		const model = {
			self: `https://speech.example/speechtotext/models/${id}`,
			displayName: 'Retail',
			locale: 'en-US',
			status: 'Succeeded',
		};
		const { url, open } = await answering(
			inTurn(SLOW_ANSWERS['a body that drips'], SLOW_ANSWERS['a head that drips'], sound(model)),
		);
		hurry();
		const run = await runNode({
			node: new WaitForTraining(),
			items: [{ json: { model: { id } } }],
			parameters: { ...authenticationOf(type), options: { checkEverySeconds: 1 } },
			credentials: credentialOf(type, url),
		});
		expect(run.outputs[0]).toMatchObject([{ json: { wait: { outcome: 'succeeded' } } }]);
		await until(() => open() === 0);
	});
});

describe.each([KEY, ENTRA_ID])('an answer that is too much, asked for with %s,', (type) => {
	const REFUSED =
		/sent a response that cannot be read: it is (larger than|nested more than|made up of more than) /;

	it.each(Object.entries(LARGE_ANSWERS))(
		'is refused in a sentence by node and list, and asked for once: %s',
		async (_what, answer) => {
			const { url, open, requests } = await answering(answer);
			expect((await check(type, url)).sentence).toMatch(REFUSED);
			const before = requests.length;
			expect((await openList(type, url)).said).toMatch(REFUSED);
			expect(requests).toHaveLength(before + 1);
			await until(() => open() === 0);
		},
	);

	// The service's own errors are short, so this is something else's, whatever its status.
	it.each([401, 404, 400])(
		'is no refusal of the service, however it begins: %d',
		async (status) => {
			const { url, open } = await answering(endlessRefusal(status));
			hurry();
			const { sentence, ms } = await check(type, url);
			expect(sentence).toMatch(
				new RegExp(
					`^127\\.0\\.0\\.1:\\d+ responds, but not as Azure Custom Speech \\(status ${status}\\)\\.`,
				),
			);
			expect(ms).toBeLessThan(SHORT_MS + SLACK_MS);
			await until(() => open() === 0);
		},
	);
});

describe.each(Object.entries(CHANGES_OF_PROTOCOL))(
	'a change of protocols, %s,',
	(_what, answer) => {
		it.each([KEY, ENTRA_ID])('is no answer of the service to node and list: %s', async (type) => {
			const { url, open } = await answering(answer);
			hurry();
			const words = /(responded with something other than JSON|No response)/;
			expect((await check(type, url)).sentence).toMatch(words);
			expect((await openList(type, url)).said).toMatch(words);
			await until(() => open() === 0);
		});
	},
);

describe('the token of Microsoft Entra ID', () => {
	it.each([
		['a refusal without end', endlessRefusal(401)],
		['a refusal that drips', SLOW_ANSWERS['a refusal of the token that drips']],
	])('is renewed after %s, whose connection is closed', async (_what, refusal) => {
		const page = { values: [] };
		const { url, open, requests } = await answering(inTurn(refusal, sound(page)));
		const before = emulator.requests({ area: 'oauth' }).length;
		const { said } = await openList(ENTRA_ID, url);
		expect(said).toBe('0 models');
		expect(requests).toHaveLength(2);
		expect(emulator.requests({ area: 'oauth' })).toHaveLength(before + 2);
		await until(() => open() === 0);
	});

	it('has its time within that of the answer', async () => {
		const { url, requests } = await answering(SLOW_ANSWERS['a body that drips']);
		hurry();
		const [identity] = Object.values(credentialOf(ENTRA_ID, emulator.url));
		const run = await runNode({
			node: new CheckExpiration(),
			parameters: authenticationOf(ENTRA_ID),
			credentials: { [ENTRA_ID]: { ...identity, authority: url } },
		});
		expect(run.error?.message).toMatch(/^No response from /);
		expect(requests).toHaveLength(1);
	});
});

describe('a test of a credential', () => {
	const press = async (endpoint: string) => {
		const [data] = Object.values(credentialOf(KEY, endpoint));
		const credential = { id: '1', name: 'Speech', type: KEY, data };
		const begun = Date.now();
		const context = credentialTestContext();
		const verdict = await credentialTest.testResourceKey.call(context, credential);
		return { ...verdict, ms: Date.now() - begun };
	};

	it.each(Object.entries(SLOW_ANSWERS))('ends in time: %s', async (_what, answer) => {
		const { url, open } = await answering(answer);
		jest.replaceProperty(SINGLE_TRY, 'credentialTestMs', SHORT_MS);
		const { status, message, ms } = await press(url);
		expect(status).toBe('Error');
		expect(message).toMatch(
			/cannot be reached \(no complete response within 1 s\)\. Check 'Endpoint'/,
		);
		expect(ms).toBeLessThan(SHORT_MS + SLACK_MS);
		await until(() => open() === 0);
	});

	it.each(Object.entries(LARGE_ANSWERS))('tells what is too much: %s', async (_what, answer) => {
		const { url, open } = await answering(answer);
		const { status, message } = await press(url);
		expect(status).toBe('Error');
		expect(message).toContain('responds, but not as Azure Custom Speech (status 200)');
		await until(() => open() === 0);
	});

	it.each([401, 404, 503])('reads a refusal without end no further: %d', async (code) => {
		const { url, open } = await answering(endlessRefusal(code));
		const { status, message } = await press(url);
		expect([status, message]).toEqual(['Error', expect.not.stringContaining('cannot be reached')]);
		await until(() => open() === 0);
	});
});
