import {
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { itemWithError, forEachItem, grownItem } from '../../../nodes/shared/n8n/items';
import { InputError } from '../../../nodes/shared/speech/inputError';

const input: INodeExecutionData = {
	json: { locale: 'en-US', model: { id: 'old' } },
	binary: { data: { data: '', mimeType: 'text/plain' } },
	pairedItem: { item: 9 },
};

interface Surroundings {
	inputs?: INodeExecutionData[];
	onError?: INode['onError'];
	cancelled?: boolean;
}

function surroundings({ inputs = [input], onError, cancelled }: Surroundings): IExecuteFunctions {
	return {
		getInputData: () => inputs,
		getNode: () => ({ name: 'Train Model', type: 'trainModel', parameters: {}, onError }),
		continueOnFail: () => onError?.startsWith('continue') ?? false,
		getExecutionCancelSignal: () => (cancelled ? AbortSignal.abort() : undefined),
	} as unknown as IExecuteFunctions;
}

describe('a grown item', () => {
	it('keeps what came in, gains the new keys and points back to its input', () => {
		expect(grownItem(input, 2, { model: { id: 'new' }, summary: 'Done.' })).toEqual({
			json: { locale: 'en-US', model: { id: 'new' }, summary: 'Done.' },
			binary: input.binary,
			pairedItem: { item: 2 },
		});
	});

	it('leaves its input untouched', () => {
		const before = structuredClone(input);
		grownItem(input, 2, { model: { id: 'new' } });
		expect(input).toEqual(before);
	});

	it('has no binary key without a file', () => {
		expect(Object.keys(grownItem({ json: {} }, 0, {})).sort()).toEqual(['json', 'pairedItem']);
	});
});

describe('a failed item', () => {
	const context = surroundings({ inputs: [{ json: {} }, input], onError: 'continueErrorOutput' });
	const error = new NodeOperationError(context.getNode(), 'It broke.', {
		description: 'Mend it.',
	});
	const failed = itemWithError(context, 1, error, { wait: { outcome: 'failed' } });

	it('keeps its input and says why', () => {
		expect(failed.json).toEqual({
			...input.json,
			summary: 'It broke.',
			wait: { outcome: 'failed' },
			error: 'It broke. Mend it.',
		});
		expect(failed.binary).toEqual(input.binary);
		expect(failed.pairedItem).toEqual({ item: 1 });
	});

	it('is marked for the error output', () => {
		expect(failed.error).toBe(error);
	});
});

describe('the items of a run', () => {
	const inputs = [0, 1, 2].map((number) => ({ json: { number } }));
	const handle = (itemIndex: number) =>
		itemIndex === 1
			? Promise.reject(new InputError('It broke.', 'Mend it.'))
			: Promise.resolve([{ json: { done: itemIndex } }]);

	/** Among good items a failed one is marked, so that no later node takes it for a good one. */
	const marked = (onError: string) =>
		onError === 'continueRegularOutput' ? { failedIn: 'Train Model' } : {};

	it('refuse an item that failed in a node before', async () => {
		const failed = { json: { failedIn: 'Check Expiration' } };
		const run = forEachItem(surroundings({ inputs: [failed], onError: 'stopWorkflow' }), handle);
		await expect(run).rejects.toThrow("The incoming item failed in 'Check Expiration'.");
	});

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'leave their siblings alone when one fails under %s',
		async (onError) => {
			const results = await forEachItem(surroundings({ inputs, onError }), handle);
			expect(results.map(({ json }) => json)).toEqual([
				{ done: 0 },
				{ number: 1, summary: 'It broke.', error: 'It broke. Mend it.', ...marked(onError) },
				{ done: 2 },
			]);
		},
	);

	it.each<[string, Surroundings]>([
		['the node stops the workflow', { onError: 'stopWorkflow' }],
		['the execution was canceled', { onError: 'continueErrorOutput', cancelled: true }],
	])('stop at the one that fails when %s', async (_name, more) => {
		const handled: number[] = [];
		const run = forEachItem(surroundings({ inputs, ...more }), async (itemIndex) => {
			handled.push(itemIndex);
			return await handle(itemIndex);
		});
		await expect(run).rejects.toMatchObject({ message: 'It broke.', context: { itemIndex: 1 } });
		expect(handled).toEqual([0, 1]);
	});
});
