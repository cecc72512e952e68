import { parseReport } from '../../../nodes/UploadDataset/result/parseReport';
import { defined } from '../../support/defined';

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
		const [{ reason: shown }] = defined(parseReport(JSON.stringify([{ line: 1, reason }])));
		expect(shown).toBe('See https://host/file for more');
	});

	describe('with the names a report of the service has been seen with', () => {
		const nameless = { inputText: 'hello there', message: 'No tab.', status: 'Failed' };
		const failed = { filename: 'two.wav', ...nameless };
		const taken = {
			filename: 'one.wav',
			inputText: 'hi',
			message: 'All well.',
			status: 'Succeeded',
		};
		const told = { line: null, file: 'two.wav', inputText: 'hello there', reason: 'No tab.' };

		it.each<[string, unknown]>([
			['a list', [taken, failed]],
			[
				'a list in a part of it',
				{ report: { successCount: 1, failureCount: 1, files: [taken, failed] } },
			],
			['a list as a string', { successes: 1, results: JSON.stringify([taken, failed]) }],
			['a string', JSON.stringify({ entries: [taken, failed] })],
			['a string in a string', JSON.stringify(JSON.stringify([taken, failed]))],
			[
				'JSON lines as a string',
				{ results: `${JSON.stringify(taken)}\n${JSON.stringify(failed)}` },
			],
			['strings in a list', [JSON.stringify(taken), JSON.stringify(failed)]],
			['a list for each file', { 'one.wav': [taken], 'two.wav': [failed] }],
			['a map by name', { 'one.wav': taken, 'two.wav': nameless }],
			['a map by name in a part of it', { files: { 'one.wav': taken, 'two.wav': nameless } }],
			['a map by name of strings', { 'two.wav': JSON.stringify(nameless) }],
			['a list of maps by name', [{ 'one.wav': taken }, { 'two.wav': nameless }]],
			[
				'lists by outcome',
				{ accepted: [{ filename: 'one.wav', message: 'hi' }], failed: [failed] },
			],
			['an entry alone', failed],
		])('is read as %s', (_how, report) => {
			expect(parseReport(JSON.stringify(report))).toEqual([told]);
		});

		it.each<[string, string]>([
			['lines', [taken, failed].map((entry) => JSON.stringify(entry)).join('\n')],
			[
				'lines of Windows with an empty one',
				`${JSON.stringify(taken)}\r\n\r\n${JSON.stringify(failed)}\r\n`,
			],
			['lines with one that is broken', `${JSON.stringify(failed)}\n{"filename": "thr`],
			['one line', JSON.stringify(failed)],
		])('is read as JSON in %s', (_how, text) => {
			expect(parseReport(text)).toEqual([told]);
		});

		it('is read as a map by names without an ending', () => {
			const report = { files: { two: nameless, one: { ...taken, filename: undefined } } };
			expect(parseReport(JSON.stringify(report))).toEqual([{ ...told, file: 'two' }]);
		});

		it.each<[string, object]>([
			['leaves the file out', nameless],
			['names it as null', { ...failed, filename: null }],
			['names it by nothing', { ...failed, filename: '' }],
		])('lists an entry that %s', (_how, entry) => {
			expect(parseReport(JSON.stringify([entry]))).toEqual([{ ...told, file: null }]);
		});

		it.each([
			...['Succeeded', 'succeeded', 'SUCCESS', 'Successful', 'ok', 'OK', 'Accepted', 'accepted'],
			...[
				'Processed',
				'Imported',
				'Passed',
				'Valid',
				'Completed',
				' Success. ',
				'Completed successfully',
			],
			...['SucceededWithWarnings', 'SUCCEEDED_WITH_WARNINGS', true, 200],
		])('takes the status %p for a success', (status) => {
			expect(parseReport(JSON.stringify([{ ...failed, status }]))).toEqual([]);
		});

		it.each([
			...[
				'Failed',
				'failed',
				'Error',
				'Rejected',
				'Invalid',
				'Not accepted',
				'Unsuccessful',
				'NotOk',
			],
			...['SucceededWithErrors', 'PartiallySucceeded', 'Something new', '', null, false, 400],
		])('takes the status %p for none', (status) => {
			expect(parseReport(JSON.stringify([{ ...failed, status }]))).toEqual([told]);
		});

		it('takes a message that says no more than that for a success, when there is no status', () => {
			const report = [
				{ filename: 'one.wav', message: 'Success' },
				{ filename: 'two.wav', message: 'OK' },
			];
			expect(parseReport(JSON.stringify(report))).toEqual([]);
		});

		it('gives the status for a reason when there is no message', () => {
			const report = [{ filename: 'two.wav', message: null, status: 'Rejected' }];
			expect(parseReport(JSON.stringify(report))).toMatchObject([
				{ file: 'two.wav', reason: 'The status is Rejected.' },
			]);
			expect(parseReport(JSON.stringify([{ filename: 'a.wav', status: 'Running' }]))).toEqual([]);
		});

		it('shows what was said short, on one line and without what does not belong on a screen', () => {
			const inputText = `one\ttwo\u0000\u202e\nthree https://host/f?sig=abc ${'long '.repeat(100)}`;
			const [{ inputText: shown }] = defined(
				parseReport(JSON.stringify([{ ...failed, inputText }])),
			);
			expect(shown).toMatch(/^one two three https:\/\/host\/f long long .*…$/);
			expect(Array.from(defined(shown))).toHaveLength(200);
		});

		it.each([
			['brackets', '[laughs] right'],
			['JSON', JSON.stringify([{ line: 1, reason: 'not an entry' }])],
		])('does not take quoted %s for a part of the report', (_what, inputText) => {
			const [{ reason }, ...others] = defined(
				parseReport(JSON.stringify([{ ...failed, inputText }])),
			);
			expect(reason).toBe('No tab.');
			expect(others).toEqual([]);
		});

		it('tells the lines of a file rather than the file, with its name', () => {
			const lines = [
				{ lineNumber: 3, message: 'No tab.', status: 'Failed' },
				{ lineNumber: 4, message: '', status: 'Succeeded' },
			];
			const report = [
				{ filename: 'trans.txt', message: '1 line of 2 failed.', status: 'Failed', lines },
			];
			expect(parseReport(JSON.stringify(report))).toEqual([
				{ line: 3, file: 'trans.txt', reason: 'No tab.' },
			]);
		});

		it.each<[string, object, object[]]>([
			['by file', { 'one.wav': 'Too long.', 'two.wav': 'OK' }, [{ file: 'one.wav', line: null }]],
			['by line', { rejected: { 3: 'Too long.' } }, [{ file: null, line: 3 }]],
		])('reads reasons in words, %s', (_how, report, places) => {
			const expected = places.map((place) => ({ ...place, reason: 'Too long.' }));
			expect(parseReport(JSON.stringify(report))).toEqual(expected);
		});

		it.each<[string, unknown]>([
			['a report that says how it went itself', { status: 'Failed', message: '1 of 2 failed.' }],
			['a summary', { summary: { status: 'Failed', message: '1 of 2 failed.' } }],
			[
				'an error of the report',
				{ error: { code: 'X', message: 'y', details: [{ code: 'Z', message: 'z' }] } },
			],
			['a number', 7],
			['a text', 'No tab.'],
			['texts', ['No tab.']],
			[
				'odd values',
				[null, 1, '', [], {}, { status: null }, { message: 5, status: 'Failed', x: [] }],
			],
		])('lists nothing of %s but what is an entry', (_what, report) => {
			const found = defined(parseReport(JSON.stringify(report)));
			expect(found.filter(({ reason }) => reason !== 'The status is Failed.')).toEqual([]);
		});
	});

	describe('of a size nobody reads', () => {
		const seconds = (text: string) => {
			const begun = performance.now();
			const found = parseReport(text);
			return { found, took: (performance.now() - begun) / 1000 };
		};
		const many = <T>(count: number, make: (index: number) => T) =>
			Array.from({ length: count }, (_, index) => make(index));

		it.each<[string, () => string]>([
			['entries', () => JSON.stringify(many(100_000, (line) => ({ line, message: 'x' })))],
			[
				'names',
				() =>
					JSON.stringify(
						Object.fromEntries(
							many(50_000, (index) => [`utt${index}`, { status: 'Failed', message: 'x' }]),
						),
					),
			],
			['lines', () => many(100_000, (line) => JSON.stringify({ line, message: 'x' })).join('\n')],
			['lines that are no JSON', () => many(200_000, () => '{"broken').join('\n')],
			['brackets', () => '['.repeat(2_000_000)],
			['one long line', () => `{${'x'.repeat(9_000_000)}`],
			['blank lines', () => `{"a${'\n'.repeat(5_000_000)}b`],
			['lists in lists', () => `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
			['a text of 5 MB', () => JSON.stringify([{ line: 1, message: 'x'.repeat(5_000_000) }])],
		])('is read in bounded time and tells at most 1,000: %s', (_what, text) => {
			const { found, took } = seconds(text());
			expect(found?.length ?? 0).toBeLessThanOrEqual(1_000);
			expect(took).toBeLessThan(10);
		});
	});
});
