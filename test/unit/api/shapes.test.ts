import { readBlockLists, readDone, readPage, readTexts } from '../../../nodes/shared/api/shapes';

const ODD = [undefined, null, 7, 'text', [], [{}], '<html>'];

describe('a page of a list', () => {
	it('is its entries and the link to the next page', () => {
		expect(readPage({ values: [1], '@nextLink': 'x', more: 2 }, () => {})).toEqual({
			values: [1],
			'@nextLink': 'x',
		});
		expect(readPage({ values: [] }, () => {})).toEqual({ values: [] });
	});

	it.each([...ODD, {}, { values: null }, { values: {} }])(
		'never passes for an empty list, or a model would be trained twice: %j',
		(body) => {
			expect(readPage(body, () => {})).toBeUndefined();
		},
	);
});

describe('the answer to what is only done', () => {
	it('may be nothing, or anything in JSON', () => {
		expect(readDone(undefined, () => {})).toEqual({});
		expect(readDone({ id: 1 }, () => {})).toEqual({ id: 1 });
	});

	it.each(['<html>', 7, null])('is not what a proxy sends: %j', (body) => {
		expect(readDone(body, () => {})).toBeUndefined();
	});
});

describe('a plain list', () => {
	it('is the texts in it', () => {
		expect(readTexts(['en-US', 7, null, 'de-DE'], () => {})).toEqual(['en-US', 'de-DE']);
		expect(readTexts([], () => {})).toEqual([]);
	});

	it.each([undefined, null, {}, 'en-US'])('is none without being a list: %j', (body) => {
		expect(readTexts(body, () => {})).toBeUndefined();
	});
});

describe('the blocks of a dataset', () => {
	const block = { name: 'MDAw', size: 8 };
	const read = (body: unknown) => readBlockLists(body, () => {});

	it('are those the content is made of, and those that wait for it', () => {
		expect(read({ committedBlocks: [block], uncommittedBlocks: [block, block] })).toEqual({
			committed: [block],
			uncommitted: [block, block],
		});
	});

	it.each([{}, { committedBlocks: null }, { uncommittedBlocks: null }])(
		'are none in a list that is left out: %j',
		(body) => {
			expect(read(body)).toEqual({ committed: [], uncommitted: [] });
		},
	);

	it.each([null, 7, { name: 7, size: 8 }, { name: 'MDAw' }, { name: 'MDAw', size: '8' }])(
		'are sent again when they cannot be read, but count as content: %j',
		(odd) => {
			expect(read({ committedBlocks: [odd], uncommittedBlocks: [odd, block] })).toEqual({
				committed: [odd],
				uncommitted: [block],
			});
		},
	);

	it.each([
		undefined,
		null,
		'text',
		{ committedBlocks: {} },
		{ uncommittedBlocks: 'text' },
		{ committedBlocks: [], uncommittedBlocks: 7 },
	])('cannot be told from what is no such answer: %j', (body) => {
		expect(read(body)).toBeUndefined();
	});
});
