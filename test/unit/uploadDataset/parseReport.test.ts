import { parseReport } from '../../../nodes/UploadDataset/result/parseReport';

describe('the report of a dataset', () => {
	it.each<[string, unknown, unknown[]]>([
		[
			'a list of lines',
			{ rejectedLines: [{ lineNumber: 3, reason: 'It repeats itself.' }] },
			[{ line: 3, file: null, reason: 'It repeats itself.' }],
		],
		[
			'files of an archive',
			{ rejected: [{ name: 'one.wav', reason: 'Too long.' }] },
			[{ line: null, file: 'one.wav', reason: 'Too long.' }],
		],
		[
			'both',
			[{ line: '7', fileName: 'trans.txt', message: 'No tab.' }],
			[{ line: 7, file: 'trans.txt', reason: 'No tab.' }],
		],
		[
			'errors with a code',
			{ report: { utterances: [{ rowNumber: 1, error: { code: 'X', message: 'Odd.' } }] } },
			[{ line: 1, file: null, reason: 'Odd.' }],
		],
		['counts only', { acceptedLineCount: 3, rejectedLineCount: 1 }, []],
		['entries that give no reason', { lines: [{ lineNumber: 1 }, { reason: 'lost' }] }, []],
		['something deep', [[[[[[[[[{ line: 1, reason: 'x' }]]]]]]]]], []],
		['null', null, []],
	])('is read for %s', (_what, report, lines) => {
		expect(parseReport(JSON.stringify(report))).toEqual(lines);
	});

	it('may begin with a byte order mark', () => {
		expect(parseReport('\ufeff[]')).toEqual([]);
	});

	it.each(['', 'line 3: bad', '<html></html>', '{"values": ['])(
		'is not read when it is no JSON: %s',
		(text) => {
			expect(parseReport(text)).toBeNull();
		},
	);

	it('shows no secret that stands in a reason', () => {
		const reason = 'See https://host/file?sig=abc for more';
		const [{ reason: shown }] = parseReport(JSON.stringify([{ line: 1, reason }]))!;
		expect(shown).toBe('See https://host/file for more');
	});
});
