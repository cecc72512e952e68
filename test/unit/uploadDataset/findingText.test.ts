import { ContentFindings, MOST_SHOWN } from '../../../nodes/UploadDataset/check/finding';
import { asData, listed, whereAndWhat } from '../../../nodes/UploadDataset/findings/findingText';
import {
	findSharedData,
	findSharedLines,
	whyNotComparable,
} from '../../../nodes/UploadDataset/findings/sharedData';
import { withoutEnding, fileOfPlan } from '../../../nodes/UploadDataset/plan/fileName';
import { planOf } from './plans';
import { briefly } from './sources';

describe('a finding as a person reads it', () => {
	it.each([
		[null, null, 'It is odd.'],
		[null, 3, 'Line 3: It is odd.'],
		['trans.txt', null, 'trans.txt: It is odd.'],
		['trans.txt', 3, 'trans.txt, line 3: It is odd.'],
	])('names its place, file %j and line %j, first', (file, line, text) => {
		expect(whereAndWhat({ file, line, what: 'It is odd.' })).toBe(text);
	});

	it('has one clean line however long the names in it are', () => {
		const text = whereAndWhat({ file: `a\n${'x'.repeat(200)}`, line: 1, what: 'y'.repeat(400) });
		expect(text).toMatch(/^a x{97}…, line 1: y{299}…$/);
	});

	it('is listed with how to fix it, and what is not shown is counted', () => {
		const findings = new ContentFindings();
		findings.add('It is odd.', 'Fix it.', { line: 3 });
		expect(listed(findings)).toBe('Line 3: It is odd. Fix it.');
		for (let more = 0; more < MOST_SHOWN + 999; more++) findings.add('Odd.', 'Fix.');
		const lines = listed(findings).split('\n');
		expect(lines).toHaveLength(MOST_SHOWN + 1);
		expect(lines.at(-1)).toBe('... and 1,000 more.');
	});

	it('is plain data of an item', () => {
		const findings = new ContentFindings();
		findings.add('It is\nodd.', 'Fix\nit.', { line: 3, file: 'a\nb' });
		findings.add('All is odd.', 'Fix it.');
		expect(asData(findings)).toEqual([
			{ line: 3, file: 'a b', what: 'It is odd.', fix: 'Fix it.' },
			{ line: null, file: null, what: 'All is odd.', fix: 'Fix it.' },
		]);
	});
});

describe('data that is in another dataset as well', () => {
	const signature = {
		files: new Map([
			['hash 1', 'one.wav'],
			['hash 2', 'two.wav'],
		]),
		lines: new Map([
			['line 1', 1],
			['line 2', 2],
		]),
		transcripts: 'trans.txt',
	};
	const found = (find: typeof findSharedData, ...theirs: string[]) => {
		const findings = new ContentFindings();
		find(signature, new Set(theirs), "the training data 'calls.zip'", findings);
		return findings.shown.map((finding) => [briefly(finding), finding.fix]);
	};
	const fix = expect.stringMatching(/^Keep test data out of the training data\./) as string;

	it('is named by the file of its audio', () => {
		expect(found(findSharedData, 'hash 2', 'hash 3')).toEqual([
			["two.wav: The audio is also in the training data 'calls.zip'.", fix],
		]);
		expect(found(findSharedData, 'hash 3')).toEqual([]);
	});

	it('is named by the line of its transcripts', () => {
		expect(found(findSharedLines, 'line 2', 'line 3')).toEqual([
			["trans.txt: line 2: The text of the line is also in the training data 'calls.zip'.", fix],
		]);
		expect(found(findSharedLines, 'line 3')).toEqual([]);
	});

	it('cannot be found in what was not read, nor in what holds nothing', () => {
		const of = (inspection: Parameters<typeof planOf>[0]) => {
			const found = planOf(inspection).inspection;
			return found && whyNotComparable(found);
		};
		const empty = { files: new Map(), lines: new Map(), transcripts: '' };
		expect(of({ inspection: { signature } })).toBeNull();
		expect(of({ inspection: { signature: null } })).toBeNull();
		expect(of({ inspection: { signature: { ...empty, lines: signature.lines } } })).toBeNull();
		expect(of({ inspection: { signature: { ...empty, files: signature.files } } })).toBeNull();
		expect(of({ inspection: { signature: empty } })?.what).toMatch(/neither audio nor transcripts/);
		const unread = planOf({ inspection: { signature } });
		unread.inspection?.report.addUnread('The file is encrypted.', 'Remove the password.');
		expect(unread.inspection && whyNotComparable(unread.inspection)?.what).toBe(
			'The file is encrypted.',
		);
	});
});

describe('the name of a dataset that nobody named', () => {
	it.each([
		['calls.zip', 'calls'],
		['calls of May.2026.zip', 'calls of May.2026'],
		['data/2026/calls.zip', 'calls'],
		['C:\\data\\calls.zip', 'calls'],
		[' calls.zip ', 'calls'],
		['calls', 'calls'],
		['.zip', '.zip'],
		['1. May', '1. May'],
		['calls.notAnEnding', 'calls.notAnEnding'],
		['calls.tenLetters', 'calls'],
		['data/', 'Dataset'],
		['', 'Dataset'],
	])('is that of its file %j without its ending: %j', (file, name) => {
		expect(withoutEnding(file)).toBe(name);
	});
});

describe('a file in a sentence', () => {
	it('has the name the person knows', () => {
		expect(fileOfPlan(planOf())).toBe("'calls.zip'");
		expect(fileOfPlan({ ...planOf(), content: { url: 'https://x' } })).toBe("'Calls'");
	});
});
