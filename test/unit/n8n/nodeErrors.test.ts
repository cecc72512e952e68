import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { InputError } from '../../../nodes/shared/speech/inputError';
import { fullText, toNodeError } from '../../../nodes/shared/n8n/nodeErrors';
import { refusal, silence } from '../failures';

const node: INode = {
	id: '1',
	name: 'Train Model',
	type: 'trainModel',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

describe('the error n8n shows', () => {
	it('for a mistake of the person says what to do, and at which item', () => {
		const error = toNodeError(node, new InputError("'Name' is empty.", 'Type one.'), 3);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: "'Name' is empty.", description: 'Type one.' });
		expect(error.context.itemIndex).toBe(3);
	});

	it('for a refusal carries status, sentence and advice', () => {
		const error = toNodeError(node, refusal(404, { code: 'NotFound' }), 0);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Refused with 404.',
			description: 'Do something else.',
			httpCode: '404',
		});
		expect(error.context.itemIndex).toBe(0);
	});

	it('for no answer at all reads as a sentence too', () => {
		const error = toNodeError(node, silence(), 0);
		expect(error).toMatchObject({ message: 'No response.', description: 'Check the network.' });
	});

	it('for what something else has thrown is one clean line', () => {
		const error = toNodeError(node, new Error('a\nb https://x.example/f?sig=hidden'), 1);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('a b https://x.example/f');
	});

	it.each([new TypeError('x is undefined'), new RangeError('Invalid time value')])(
		'for a fault of the code, such as %s, has none of its words',
		(fault) => {
			const error = toNodeError(node, fault, 1);
			expect(error).toBeInstanceOf(NodeOperationError);
			expect(fullText(error)).not.toContain(fault.message);
			expect(error.message).toBe('An unexpected error occurred in this node.');
		},
	);

	it.each<[string, unknown]>([
		['an error without words', new Error('')],
		['an empty text', ''],
	])('for %s still says something', (_name, thrown) => {
		expect(toNodeError(node, thrown, 0).message).not.toBe('');
	});

	it('stays the one that was thrown, with its own item', () => {
		const own = new NodeOperationError(node, 'Mine', { itemIndex: 5 });
		expect(toNodeError(node, own, 2)).toBe(own);
		expect(own.context.itemIndex).toBe(5);
	});

	it('learns its item when it names none', () => {
		const own = new NodeOperationError(node, 'Mine');
		expect(toNodeError(node, own, 2).context.itemIndex).toBe(2);
	});
});

describe('the full text of an error', () => {
	it('is what happened and what to do', () => {
		const error = toNodeError(node, new InputError('It broke.', 'Mend it.'), 0);
		expect(fullText(error)).toBe('It broke. Mend it.');
	});

	it('has no hole without advice', () => {
		expect(fullText(toNodeError(node, new Error('It broke.'), 0))).toBe('It broke.');
	});
});
