import type { IExecuteFunctions } from 'n8n-workflow';

import {
	storedWaitOf,
	writeStoredWait,
	type StoredWait,
} from '../../../../nodes/shared/waiting/stored/storedWait';
import { beginWait } from '../../../../nodes/shared/waiting/waitState';
import { NOW } from '../../entities';

const STORED: StoredWait = {
	format: 1,
	parentExecutionId: '7',
	face: { name: '={{ $json }}', onError: 'stopWorkflow' },
	rules: {
		giveUpAfterMs: 1,
		checkEverySeconds: null,
		stopAtFirstFailure: true,
		where: 'automatic',
	},
	state: beginWait(NOW, []),
	firstLookAt: NOW,
};
const field = (value: unknown) =>
	({ getNodeParameter: () => value }) as unknown as IExecuteFunctions;

describe('the hidden field of a stored wait', () => {
	it('gives back what was written', () => {
		expect(storedWaitOf(field(writeStoredWait(STORED)))).toEqual(STORED);
	});

	it('is never an expression, whatever the node is called', () => {
		expect(writeStoredWait(STORED)).toMatch(/^\{/);
	});

	it.each([[''], [undefined], [null]])('is empty on the canvas: %p', (value) => {
		expect(storedWaitOf(field(value))).toBeNull();
	});

	it.each([
		['a word', 'look'],
		['a number', 1],
		['other JSON', '{"format":1}'],
		['a later format', JSON.stringify({ ...STORED, format: 2 })],
		['no execution to hand the result to', JSON.stringify({ ...STORED, parentExecutionId: null })],
		['a part that is no object', JSON.stringify({ ...STORED, state: 'x' })],
	])('is refused with %s', (_name, value) => {
		expect(() => storedWaitOf(field(value))).toThrow(/'Stored Wait' holds something/);
	});
});
