import { parseReport } from '../../../nodes/UploadDataset/result/parseReport';

const read = (report: unknown) => parseReport(JSON.stringify(report));

/** What is read of the reason of one line. */
const reasonOf = (reason: unknown) => read([{ line: 1, reason }])?.at(0)?.reason;

describe('the reason in a report', () => {
	it.each<[string, unknown, string | undefined]>([
		['a text', ' Too long. ', 'Too long.'],
		['several texts', ['Too long.', 'No tab.'], 'Too long.; No tab.'],
		['a list that holds something else as well', ['Too long.', 1], 'Too long.'],
		['an empty list', [], undefined],
		['nothing but space', '  ', undefined],
		['a list of nothing but space', [' '], undefined],
		['an error with a message', { code: 'X', message: 'Odd.' }, 'Odd.'],
		['an error with a code alone', { code: 'TooLong' }, 'TooLong'],
		['a number', 7, undefined],
	])('is found when it is %s', (_what, reason, words) => {
		expect(reasonOf(reason)).toBe(words);
	});
});

describe('a map of a report, from files to what became of them', () => {
	const ofFile = (words: string) =>
		read({ rejected: { 'one.wav': words, 'two.wav': 'Too long.' } });

	it.each(['', '   ', '200', ' 204 ', 'Succeeded'])('passes over what was taken: "%s"', (words) => {
		expect(ofFile(words)).toEqual([{ line: null, file: 'two.wav', reason: 'Too long.' }]);
	});

	it.each(['404', '2000', 'about 200', '200 lines are bad', 'Failed'])(
		'tells what was not: "%s"',
		(words) => {
			expect(ofFile(words)?.[0]).toEqual({ line: null, file: 'one.wav', reason: words });
		},
	);
});

describe('the place in a report', () => {
	it.each<[string, unknown, number | null]>([
		['a number', 7, 7],
		['a number as text', '7', 7],
		['a truth', true, null],
		['nothing', '', null],
		['nothing but space', ' ', null],
		['half a line', 7.5, null],
	])('is a line only when it is a whole number: %s', (_what, line, expected) => {
		expect(read([{ line, file: 'a.txt', reason: 'No tab.' }])).toEqual([
			{ line: expected, file: 'a.txt', reason: 'No tab.' },
		]);
	});
});
