import { stoppingError, type Result } from '../../../nodes/shared/waiting/results';
import type { Wait } from '../../../nodes/shared/waiting/waitingNode';
import type { Entity } from '../../../nodes/shared/speech/entities';

const failed = (itemIndex: number, message: string): Result => ({
	kind: 'failed',
	item: { json: {} },
	itemIndex,
	failure: { message, advice: 'Mend it.' },
});
const done = (itemIndex: number, summary: string): Result => ({
	kind: 'done',
	item: { json: { summary } },
	itemIndex,
});
const notBegun = (itemIndex: number): Result => ({
	kind: 'notBegun',
	item: { json: {} },
	itemIndex,
});
const many = (count: number) =>
	Array.from({ length: count }, (_, number) => done(number + 1, `Done ${number}.`));

const errorOf = (ended: Result[], isSeenThrough = true) => {
	const context = { getNode: () => ({ name: 'Deploy Model', parameters: {} }) };
	return stoppingError(
		{ node: { isSeenThrough }, context } as unknown as Wait<null, Entity>,
		ended,
	);
};

describe('the error that stops the workflow', () => {
	it('is none while no item has failed', () => {
		expect(errorOf([done(0, 'Done.')])).toBeNull();
	});

	it.each([
		['nothing of others when there are none', [failed(0, 'A.')], 'A.', 'Mend it.'],
		[
			'what was done for another item',
			[done(0, 'Done.'), failed(1, 'B.')],
			'B.',
			'Mend it. Results of the other items: Done.',
		],
		[
			'other failures first',
			[failed(0, 'A.'), done(1, 'Done.'), failed(2, 'C.')],
			'A.',
			'Mend it. Results of the other items: C. Done.',
		],
		[
			'how many were not begun',
			[failed(0, 'A.'), notBegun(1), notBegun(2)],
			'A.',
			'Mend it. Not processed after the failure: 2 items.',
		],
		[
			'no more than five others',
			[failed(0, 'A.'), ...many(7)],
			'A.',
			'Mend it. Results of the other items: Done 0. Done 1. Done 2. Done 3. Done 4. 2 more items also finished.',
		],
	])('is that of the first failed item and tells %s', (_what, ended, message, description) => {
		expect(errorOf(ended)).toMatchObject({ message, description });
	});

	it('names its item and no other where nothing is seen through', () => {
		const error = errorOf([done(0, 'Done.'), failed(1, 'B.')], false);
		expect(error).toMatchObject({ description: 'Mend it.', context: { itemIndex: 1 } });
	});
});
