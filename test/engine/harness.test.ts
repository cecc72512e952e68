import fastify from 'fastify';
import {
	NodeApiError,
	NodeConnectionTypes,
	NodeOperationError,
	sleep,
	type ICredentialType,
	type IExecuteFunctions,
	type INodeType,
	type JsonObject,
	type OnError,
} from 'n8n-workflow';
import { callListSearch, runNode, runWorkflow, startNode } from '../support/engine';
import { typeOf } from '../support/nodeTypes';

const sentence = {
	displayName: 'Sentence',
	name: 'sentence',
	type: 'string' as const,
	default: '={{ "Hello " + $json.name }}',
};

function stub(
	execute: INodeType['execute'],
	more: Partial<INodeType['description']> = {},
): INodeType {
	return {
		description: {
			displayName: 'Stub',
			name: 'stub',
			group: ['transform'],
			version: 1,
			description: 'Stands for a node of ours',
			defaults: { name: 'Stub' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [sentence],
			...more,
		},
		execute,
	};
}

const greeter = stub(function (this: IExecuteFunctions) {
	return Promise.resolve([
		this.getInputData().map((_, item) => ({
			json: { said: this.getNodeParameter('sentence', item) },
			pairedItem: { item },
		})),
	]);
});

const failing = stub(function (this: IExecuteFunctions) {
	const error = new NodeOperationError(this.getNode(), 'The model is gone', { itemIndex: 0 });
	if (!this.continueOnFail()) return Promise.reject(error);
	return Promise.resolve([[{ json: { error: error.message }, error, pairedItem: { item: 0 } }]]);
});

const endless = stub(async function (this: IExecuteFunctions) {
	const signal = this.getExecutionCancelSignal();
	for (let slice = 0; slice < 500 && !signal?.aborted; slice++) await sleep(20);
	return [this.getInputData()];
});

const ada = [{ json: { name: 'Ada' } }];

describe('the engine harness', () => {
	it('runs an item through a node, defaults and expressions included', async () => {
		const run = await runNode({ node: greeter, items: ada });
		expect(run.status).toBe('success');
		expect(run.outputs).toEqual([[{ json: { said: 'Hello Ada' }, pairedItem: { item: 0 } }]]);
	});

	it('takes typed parameters before defaults', async () => {
		const run = await runNode({ node: greeter, items: ada, parameters: { sentence: 'Good day' } });
		expect(run.outputs[0][0].json).toEqual({ said: 'Good day' });
	});

	it('runs nodes one after the other and knows the output of each', async () => {
		const parameters = {
			sentence: '={{ $("First").item.json.said + ", " + $("Start").item.json.name }}',
		};
		const run = await runWorkflow({
			items: ada,
			nodes: [
				{ node: greeter, name: 'First' },
				{ node: greeter, name: 'Second', parameters },
			],
		});
		expect(run.of('First').outputs[0][0].json).toEqual({ said: 'Hello Ada' });
		expect(run.of('Second').outputs[0][0].json).toEqual({ said: 'Hello Ada, Ada' });
	});

	it.each<[OnError | undefined, string, number[]]>([
		[undefined, 'error', []],
		['stopWorkflow', 'error', []],
		['continueRegularOutput', 'success', [1]],
		['continueErrorOutput', 'success', [0, 1]],
	])(
		'a failing node under onError %s ends as %s with %j items',
		async (onError, status, counts) => {
			const run = await runNode({ node: failing, items: ada, onError });
			expect(run.status).toBe(status);
			expect(run.outputs.map((items) => items.length)).toEqual(counts);
			if (status === 'error') expect(run.error?.message).toBe('The model is gone');
			else expect(run.outputs.at(-1)?.[0].json.error).toBe('The model is gone');
		},
	);

	it('tries again when the person asked for it', async () => {
		let tries = 0;
		const second = stub(function (this: IExecuteFunctions) {
			tries += 1;
			if (tries < 2) return Promise.reject(new NodeOperationError(this.getNode(), 'Not yet'));
			return Promise.resolve([this.getInputData()]);
		});
		const run = await runNode({
			node: second,
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1,
		});
		expect([run.status, tries]).toEqual(['success', 2]);
	});

	it('cancels a run under way, and the node notices', async () => {
		const started = startNode({ node: endless });
		await sleep(100);
		started.cancel();
		expect((await started.finished).status).toBe('canceled');
	});

	it('lets a waiting run go on, its inline sub-workflow first', async () => {
		let looks = 0;
		const waiter = stub(
			async function (this: IExecuteFunctions) {
				const items = this.getInputData();
				if (this.getNodeParameter('sentence', 0) === 'look') {
					looks += 1;
					if (looks < 3) await this.putExecutionToWait(new Date(Date.now() + 60_000));
					return looks < 3
						? [items, []]
						: [[], items.map(({ json }) => ({ json: { ...json, looks } }))];
				}
				const id = this.getWorkflow().id ?? '';
				const parentExecution = {
					executionId: this.getExecutionId(),
					workflowId: id,
					shouldResume: true,
				};
				const code = lookingWorkflow(typeOf(waiter));
				const { data } = await this.executeWorkflow({ code }, items, undefined, {
					parentExecution,
				});
				return [data[0] ?? []];
			},
			{
				outputs: '={{ $parameter["sentence"] === "look" ? ["main", "main"] : ["main"] }}' as never,
			},
		);
		const items = [{ json: { name: 'Ada' } }, { json: { name: 'Grace' } }];
		const first = await runNode({ node: waiter, items, parameters: { sentence: 'go' } });
		expect(first.status).toBe('waiting');
		const second = await first.workflow.resume();
		expect(second.status).toBe('waiting');
		const last = (await second.resume()).of('Stub');
		expect(last.status).toBe('success');
		expect(last.outputs[0].map(({ json }) => json)).toEqual([
			{ name: 'Ada', looks: 3 },
			{ name: 'Grace', looks: 3 },
		]);
	});
});

function lookingWorkflow(type: string) {
	const at = { typeVersion: 1, position: [0, 0] as [number, number] };
	const to = (node: string) => [{ node, type: NodeConnectionTypes.Main, index: 0 }];
	return {
		...{ id: 'inline', name: 'Inline', active: false, activeVersionId: null, isArchived: false },
		...{
			createdAt: new Date(0),
			updatedAt: new Date(0),
			settings: { executionOrder: 'v1' as const },
		},
		nodes: [
			{ ...at, id: '1', name: 'In', type: 'n8n-nodes-base.executeWorkflowTrigger', parameters: {} },
			{ ...at, id: '2', name: 'Look', type, parameters: { sentence: 'look' } },
			{ ...at, id: '3', name: 'Out', type: 'n8n-nodes-base.noOp', parameters: {} },
		],
		connections: { In: { main: [to('Look')] }, Look: { main: [to('Look'), to('Out')] } },
	};
}

describe('credentials in the harness', () => {
	const server = fastify();
	const seen: string[] = [];
	let address = '';

	beforeAll(async () => {
		server.addHook('onRequest', ({ headers, url }, _reply, done) => {
			const signature = [headers['stub-key']].flat()[0] ?? headers.authorization ?? '';
			seen.push(`${url} ${signature}`.trim());
			done();
		});
		server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
			done(null, body);
		});
		let tokens = 0;
		server.post('/token', (_request, reply) => {
			void reply.send({ access_token: `t${++tokens}`, token_type: 'bearer' });
		});
		server.get('/models', async ({ headers }, reply) =>
			headers.authorization === 'Bearer t1' ? reply.code(401).send({}) : { values: ['en-US'] },
		);
		address = await server.listen({ port: 0, host: '127.0.0.1' });
	});

	beforeEach(() => (seen.length = 0));
	afterAll(async () => {
		await server.close();
	});

	const keyType: ICredentialType = {
		name: 'stubApi',
		displayName: 'Stub API',
		properties: [
			{ displayName: 'Host', name: 'host', type: 'string', default: '' },
			{ displayName: 'API Key', name: 'apiKey', type: 'string', default: 'default-key' },
		],
		authenticate: {
			type: 'generic',
			properties: { headers: { 'Stub-Key': '={{$credentials.apiKey}}' } },
		},
	};
	const tokenType: ICredentialType = {
		name: 'stubOAuth2Api',
		displayName: 'Stub OAuth2 API',
		extends: ['oAuth2Api'],
		properties: [
			{ displayName: 'Host', name: 'host', type: 'string', default: '' },
			{ displayName: 'Grant', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
			{
				displayName: 'URL',
				name: 'accessTokenUrl',
				type: 'hidden',
				default: '={{$self["host"]}}/token',
			},
			{ displayName: 'How', name: 'authentication', type: 'hidden', default: 'body' },
		],
	};

	async function models(this: IExecuteFunctions, type: string) {
		const { host } = await this.getCredentials<{ host: string }>(type);
		try {
			const request = { url: `${host}/models`, json: true };
			const answer: unknown = await this.helpers.httpRequestWithAuthentication.call(
				this,
				type,
				request,
			);
			return answer as { values: string[] };
		} catch (error) {
			throw new NodeApiError(this.getNode(), error as JsonObject);
		}
	}

	const asking = (type: string) =>
		stub(
			async function (this: IExecuteFunctions) {
				return [[{ json: await models.call(this, type), pairedItem: { item: 0 } }]];
			},
			{ credentials: [{ name: type, required: true }] },
		);

	it('signs a request by the rule of the credential class', async () => {
		const run = await runNode({
			node: asking('stubApi'),
			credentials: { stubApi: { host: address } },
			credentialTypes: [keyType],
		});
		expect(run.outputs[0][0].json).toEqual({ values: ['en-US'] });
		expect(seen).toEqual(['/models default-key']);
	});

	it('fetches a token, saves it, and renews it once after a 401', async () => {
		const credentials = { stubOAuth2Api: { host: address, clientId: 'app', clientSecret: 'test' } };
		const node = asking('stubOAuth2Api');
		const run = await runNode({ node, credentials, credentialTypes: [tokenType] });
		expect(run.outputs[0][0].json).toEqual({ values: ['en-US'] });
		expect(seen).toEqual(['/token', '/models Bearer t1', '/token', '/models Bearer t2']);
		expect(run.workflow.credentialStore.tokenSaves).toBe(2);
		expect(credentials.stubOAuth2Api).toMatchObject({ oauthTokenData: { access_token: 't2' } });
	});

	it('opens a list with the filter, the page and the credential', async () => {
		const node = asking('stubApi');
		node.methods = {
			listSearch: {
				async locales(filter, token) {
					const found = await models.call(this as never, 'stubApi');
					const sentence = this.getCurrentNodeParameter('sentence') as string;
					const name = [found.values[0], filter, token, sentence].join(' ');
					return { results: [{ name, value: 'en-US' }] };
				},
			},
		};
		const around = { credentials: { stubApi: { host: address } }, credentialTypes: [keyType] };
		const parameters = { sentence: 'yes' };
		const list = await callListSearch(node, 'locales', 'en', 'p2', { ...around, parameters });
		expect(list.results).toEqual([{ name: 'en-US en p2 yes', value: 'en-US' }]);
	});
});
