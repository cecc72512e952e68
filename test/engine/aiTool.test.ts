import type { INodeType } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';

/** The node as n8n has it for agents: under a name of its own. */
function asTool<Node extends INodeType>(node: Node): Node {
	node.description = { ...node.description, name: `${node.description.name}Tool` };
	return node;
}

describe('Called by an AI agent as a tool,', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	// An agent adds what it asks for to the item that it works on.
	const asked = { chatInput: 'What will expire?', sessionId: 'a', toolCallId: 'call_1' };
	const answer = async (node: INodeType, more: Partial<NodeTest> = {}, question: object = asked) =>
		await runNode({
			node: asTool(node),
			items: [{ json: { ...question } }],
			credentials: credentialsFor(emulator),
			...more,
		});
	const putModels = (count: number, daysLeft: number) => {
		for (let index = 0; index < count; index++) {
			putModel(emulator, resource, daysLeft, { displayName: `Model ${daysLeft}-${index}` });
		}
	};

	it('Check Expiration tells the whole first, then what needs retraining, then the rest, on one output', async () => {
		putModels(1, 400);
		putModels(2, 30);
		const { outputs } = await answer(new CheckExpiration());
		const rows = outputs[0].map(({ json }) => json);
		expect(outputs.slice(1).flat()).toEqual([]);
		expect(rows[0]).toEqual({ checked: 3, summary: '2 of 3 need retraining.' });
		expect(rows.slice(1)).toMatchObject([
			{ state: 'expiring', daysLeft: 29, needsRetraining: true },
			{ state: 'expiring', daysLeft: 29, needsRetraining: true },
			{ state: 'valid', needsRetraining: false, summary: expect.stringMatching(/^Model '/) },
		]);
	});

	it('Check Expiration answers on 200 models in 20,000 characters, and says what it leaves out', async () => {
		putModels(150, 400);
		putModels(50, 30);
		const { outputs } = await answer(new CheckExpiration());
		expect(JSON.stringify(outputs[0].map(({ json }) => json)).length).toBeLessThan(20_000);
		expect(outputs[0]).toHaveLength(51);
		expect(outputs[0][0].json.summary).toBe(
			'50 of 200 need retraining. Only the 50 most urgent are listed; 150 others are omitted. To see fewer, filter by one locale.',
		);
		const told = outputs[0].slice(1).map(({ json }) => json.needsRetraining);
		expect(new Set(told)).toEqual(new Set([true]));
	});

	it('Check Expiration makes no page', async () => {
		putModels(1, 30);
		const { outputs } = await answer(new CheckExpiration(), { parameters: { returnAs: 'report' } });
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[0].every(({ binary, json }) => !binary && !json.report)).toBe(true);
	});

	it('a node answers with what it has found, and does not repeat the question', async () => {
		const question = { ...asked, locale: 'en-US' };
		const { outputs } = await answer(new SelectBaseline(), {}, question);
		expect(Object.keys(outputs[0][0].json).sort()).toEqual(['baseModel', 'summary']);
	});

	it('a node that fails tells in its message also what to do', async () => {
		const { error } = await answer(new SelectBaseline(), {}, { ...asked, locale: 'xx-YY' });
		expect(error?.message).toMatch(/^The service has no base model for .*Choose another locale/);
	});
});
