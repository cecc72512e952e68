import { CheckReport } from '../../../nodes/UploadDataset/check/finding';
import {
	structuredLine,
	structuredTextRules,
	type StructuredLine,
} from '../../../nodes/UploadDataset/check/text/structuredText';

const FAR = ' '.repeat(19_900);

describe('a line of a structured text', () => {
	it.each<[string, StructuredLine]>([
		['// a remark', { is: 'comment' }],
		[' \t//', { is: 'comment' }],
		['@ list pet =', { is: 'list', text: 'pet' }],
		['  @LIST\tpet food  =  ', { is: 'list', text: 'pet food' }],
		[`@ list a${FAR}b =`, { is: 'list', text: `a${FAR}b` }],
		['@ list a = b =', { is: 'list', text: 'a = b' }],
		['@ list pet', { is: 'list', text: 'pet' }],
		['@ list =', { is: 'other' }],
		['@ listpet =', { is: 'other' }],
		[`@ list a${FAR}b`, { is: 'list', text: `a${FAR}b` }],
		['@ speech:phoneticlexicon', { is: 'lexicon' }],
		[' @Speech:PhoneticLexicon ', { is: 'lexicon' }],
		['@ speech:phoneticlexicon =', { is: 'lexicon' }],
		['* a sentence', { is: 'item', text: 'a sentence' }],
		['+ a sentence', { is: 'item', text: 'a sentence' }],
		['# Calls', { is: 'heading', text: 'Calls' }],
		['  ###Calls  ', { is: 'heading', text: 'Calls' }],
		['#', { is: 'heading', text: '' }],
		[`# a${FAR}b`, { is: 'heading', text: `a${FAR}b` }],
		['- a sentence', { is: 'item', text: 'a sentence' }],
		['\t-a-b ', { is: 'item', text: 'a-b' }],
		[`-${FAR}a${FAR}b${FAR}`, { is: 'item', text: `a${FAR}b` }],
		['a sentence', { is: 'other' }],
		['/ no remark', { is: 'other' }],
	])('is read by how it begins: %j', (line, expected) => {
		expect(structuredLine(line)).toEqual(expected);
	});
});

/** Milliseconds the rules take for a line below the heading of a section. */
function timeOf(line: string): number {
	const rules = structuredTextRules();
	const report = new CheckReport();
	rules.line('# Calls', 1, report);
	const begin = performance.now();
	rules.line(line, 2, report);
	return performance.now() - begin;
}

describe('the rules of structured text', () => {
	it.each<[string, number, (spaces: string) => string]>([
		['a heading', 20_000, (spaces) => `# a${spaces}b`],
		['an item', 20_000, (spaces) => `- a${spaces}b`],
		['a list', 20_000, (spaces) => `@ list a${spaces}b`],
		['the name of a list in a sentence', 800, (spaces) => `- {@${spaces}a`],
	])('take no more than in proportion for spaces within %s', (_what, count, line) => {
		const once = timeOf(line(' '.repeat(count)));
		// Leaves room for a pause of the machine: the square of the length would take many times as long.
		expect(timeOf(line(' '.repeat(4 * count)))).toBeLessThan(8 * once + 300);
	});

	it('trim the name of a list in a sentence', () => {
		const rules = structuredTextRules();
		const report = new CheckReport();
		rules.line('@ list pet =', 1, report);
		rules.line('# Calls', 2, report);
		rules.line(`- my {@${FAR}pet${FAR}} and {@ car }, {@{@pet}}`, 3, report);
		rules.end?.(report);
		expect(report.notes.shown.map(({ what }) => what)).toEqual([
			"The sentence refers to the list 'car', which is not in the file.",
		]);
	});
});
