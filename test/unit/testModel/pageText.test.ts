import { htmlReport } from '../../../nodes/TestModel/report/htmlReport';
import { hearingOf } from '../../../nodes/TestModel/utterances/parseScore';
import type { Utterance } from '../../../nodes/TestModel/utterances/worstUtterances';
import { report, utterance } from './reports';

/** What a page says, a block a line, with `-words-` crossed out and `+words+` underlined or bold. */
function textOf(page: string): string[] {
	return page
		.replace(/^[^]*<body[^>]*>/, '')
		.replace(/<del[^>]*>(.*?)<\/del\s*>/g, '-$1-')
		.replace(/<ins[^>]*>(.*?)<\/ins\s*>/g, '+$1+')
		.replace(/\s+/g, ' ')
		.replace(/<\/t[dh]>\s*<t[dh]/g, ' | <td')
		.replace(/<\/?(p|div|h\d|tr|table|caption|section|ul|li|strong)\b[^>]*>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
		.split('\n')
		.map((line) => line.trim().replace(/ +/g, ' '))
		.filter((line) => line !== '');
}

/** What is said between two lines, both left out. */
function between(lines: string[], first: string, last: string): string[] {
	return lines.slice(lines.indexOf(first) + 1, lines.indexOf(last));
}

const TEST = 'Test Retail en-US (base 20260912) against Retail en-US';
const END = `${TEST} (1b2c3d4e-0000-4000-8000-000000000001)`;
const WORST = 'Recordings with the most errors';

const worstOf = (...utterances: Utterance[]) =>
	between(textOf(htmlReport(report({ utterances }))), WORST, END);

describe('what the page of a test says', () => {
	it('begins with the verdict, its reason and the remarks, and ends with the test', () => {
		const lines = textOf(htmlReport(report({ remarks: ['One.', 'Another.'] })));
		const start = lines.indexOf('Better');
		expect(lines.slice(start + 1, start + 5)).toEqual([
			'Its word error rate is 6.4% instead of 11.8%, 5.38 points (45.6%) less, on 12,345 words.',
			'One.',
			'Another.',
			'Error rates',
		]);
		expect(lines).toContain(END);
	});

	it('counts words and errors of both models, with the change', () => {
		const counted = report();
		counted.candidate.figures.wordDeletionCount = null;
		counted.reference.figures.wordSubstitutionCount = 400;
		const lines = textOf(htmlReport(counted));
		expect(between(lines, 'Words and errors', WORST)).toEqual([
			'Counts of both models',
			'| Reference | Model | Change',
			'Words | 12,345 | 12,345 | 0',
			'Insertions | 301 | 118 | -183',
			'Deletions | 344 | – | –',
			'Substitutions | 400 | 473 | +73',
		]);
	});

	it('shows how the marks are read, and each recording with what both models heard', () => {
		expect(worstOf(utterance('a b c', 'a b c', 'a x y c'))).toEqual([
			'-deletion- +insertion+ -said- +heard+ (substitution)',
			'call-17.wav',
			'Transcript:',
			'a b c',
			'Reference model:',
			'a b c (0 errors)',
			'New model:',
			'a -b- +x+ +y+ c (2 errors)',
		]);
	});

	it('leaves out what is not known of a recording', () => {
		const bare = { audio: 'bare.wav', said: null, reference: null, candidate: null };
		expect(worstOf(bare).at(-1)).toBe('bare.wav');
		const heard = {
			...bare,
			reference: hearingOf(null, 'only heard', null),
			candidate: hearingOf(null, null, [
				{ kind: 'substitution', said: null, heard: 'wrong' },
				{ kind: 'deletion', said: null },
			]),
		} satisfies Utterance;
		expect(worstOf(heard).slice(-4)).toEqual([
			'Reference model:',
			'only heard',
			'New model:',
			'+wrong+ -?- (2 errors)',
		]);
	});

	it('leaves out the middle of a long transcript that was heard well', () => {
		const well = 'well '.repeat(80).trim();
		expect(worstOf(utterance(`${well} said`, `${well} said`, `${well} heard`)).at(-1)).toBe(
			'… well well well well well well well well -said- +heard+ (1 error)',
		);
	});
});
