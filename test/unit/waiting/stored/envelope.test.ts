import type { IExecuteFunctions } from 'n8n-workflow';

import type { Entity } from '../../../../nodes/shared/speech/entities';
import { beginState } from '../../../../nodes/shared/waiting/case';
import {
	envelopeItem,
	keepEnvelope,
	keptEnvelope,
	storedStep,
	takeEnvelope,
	type Envelope,
} from '../../../../nodes/shared/waiting/stored/envelope';
import { NOW } from '../../entities';

const STORED: Envelope<null, Entity> = {
	version: 1,
	parentExecutionId: '7',
	identity: { name: '={{ $json }}', onError: 'stopWorkflow' },
	rules: {
		giveUpAfterMs: 1,
		checkEverySeconds: null,
		stopAtFirstFailure: true,
		where: 'automatic',
	},
	state: beginState(NOW, []),
	nextPollAt: NOW,
	itemCount: 1,
};
const field = (value: unknown) =>
	({ getNodeParameter: () => value }) as unknown as IExecuteFunctions;
const incoming = { json: { name: 'a' } };
const read = (stored: object) => takeEnvelope([{ json: { storedWait: { ...stored } } }]);

describe('the hidden field of a stored wait', () => {
	it('gives back what was written', () => {
		expect(['poll', 'pause'].map((step) => storedStep(field(step)))).toEqual(['poll', 'pause']);
	});

	it.each([[''], [undefined], [null]])('is empty on the canvas: %p', (value) => {
		expect(storedStep(field(value))).toBeNull();
	});

	it.each([
		['a word', 'look'],
		['a number', 1],
		['other JSON', '{"format":1}'],
	])('is refused with %s', (_name, value) => {
		expect(() => storedStep(field(value))).toThrow(/'Stored Wait' contains an unknown value/);
	});
});

describe('what is stored of a wait', () => {
	it('is taken out of the items that came in, and is what was written', () => {
		const items = [incoming, envelopeItem(STORED)];
		expect(takeEnvelope(items)).toEqual(STORED);
		expect(items).toEqual([incoming]);
	});

	it.each([
		['a later format', { ...STORED, version: 2 }, /cannot read \(2; it reads 1\)/],
		['no format at all', { state: {} }, /cannot read \(undefined;/],
		['no execution to hand the result to', { ...STORED, parentExecutionId: null }, /cannot read/],
		['a part that is no object', { ...STORED, state: 'x' }, /cannot read/],
		['a time of the next check that is no number', { ...STORED, nextPollAt: '1' }, /cannot read/],
		['a count of items that is no number', { ...STORED, itemCount: null }, /cannot read/],
	])('is refused with %s', (_name, stored, message) => {
		expect(() => read(stored)).toThrow(message);
	});

	it('is kept for the next run of the execution, and is none before the first', () => {
		const flow: Record<string, unknown> = {};
		const contexts: Record<string, unknown> = { flow };
		const context = { getContext: (type: string) => contexts[type] } as IExecuteFunctions;
		expect(keptEnvelope(context)).toBeNull();
		keepEnvelope(context, STORED);
		expect(keptEnvelope(context)).toEqual(STORED);
		flow.storedWait = { ...STORED, itemCount: '1' };
		expect(() => keptEnvelope(context)).toThrow(/cannot read/);
	});

	it('is refused with a sentence that says what to do when there is none', () => {
		expect(() => takeEnvelope([])).toThrow(
			expect.objectContaining({
				advice: expect.stringMatching(/^Run the workflow again/) as string,
			}) as Error,
		);
	});
});
