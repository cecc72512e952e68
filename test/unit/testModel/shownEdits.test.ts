import { htmlReport } from '../../../nodes/TestModel/report/htmlReport';
import { markdownReport } from '../../../nodes/TestModel/report/markdownReport';
import type { Edit } from '../../../nodes/TestModel/utterances/editsOf';
import type { Hearing } from '../../../nodes/TestModel/utterances/parseScore';
import { markedText, shownEdits } from '../../../nodes/TestModel/utterances/shownEdits';
import { report } from './reports';

/** So many words without errors, each named by its number. */
const same = (count: number, from = 0): Edit[] =>
	Array.from({ length: count }, (_, index) => {
		const word = `w${from + index}`;
		return { kind: 'same', said: word, heard: word };
	});
const error: Edit = { kind: 'insertion', heard: 'um' };
const words = (edits: Edit[]) => markedText(shownEdits(edits)).split(' ');

describe('a recording as it is shown', () => {
	it('is whole when it is a sentence of at most 40 words', () => {
		expect(words(same(40))).toHaveLength(40);
		expect(words([...same(39), error])).toHaveLength(40);
	});

	it('is its first 40 words when it is longer and has no errors', () => {
		const shown = markedText(shownEdits(same(100)));
		expect(shown).toMatch(/^w0 .* w39 ?…$/);
		expect(shown).not.toMatch(/w40/);
	});

	it('is 8 words around each error when it is longer', () => {
		const shown = markedText(shownEdits([...same(50), error, ...same(50, 50)]));
		expect(shown).toMatch(/^… ?w42 .* w49 \{\+um\+\} w50 .* w57 ?…$/);
		expect(shown).not.toMatch(/w41|w58/);
	});

	it('has no gap where words around two errors meet, nor before its beginning', () => {
		const shown = markedText(shownEdits([error, ...same(16), error, ...same(30, 16)]));
		expect(shown).toMatch(/^\{\+um\+\} w0 .* w15 \{\+um\+\} w16 .* w23 ?…$/);
	});

	it('has one gap between errors that are far apart', () => {
		const shown = markedText(shownEdits([error, ...same(60), error]));
		expect(shown.match(/…/g)).toHaveLength(1);
	});

	it.each([
		[300, 300],
		[301, 301],
		[999, 301],
	])('has 300 pieces at most, and says that there are more: of %i errors %i', (errors, pieces) => {
		const shown = shownEdits(Array.from({ length: errors }, () => error));
		expect(shown).toHaveLength(pieces);
		expect(shown.at(-1)?.kind).toBe(errors > 300 ? 'gap' : 'insertion');
	});

	it('is on one line, with words that are short', () => {
		const [piece] = shownEdits([{ kind: 'insertion', heard: `a\n${'b'.repeat(100)}` }]);
		expect(piece).toEqual({ kind: 'insertion', heard: `a ${'b'.repeat(57)}…` });
	});

	it.each<[Edit, string]>([
		[{ kind: 'same', said: 'a', heard: 'a' }, 'a'],
		[{ kind: 'deletion', said: 'a' }, '[-a-]'],
		[{ kind: 'insertion', heard: 'b' }, '{+b+}'],
		[{ kind: 'substitution', said: 'a', heard: 'b' }, '[-a-]{+b+}'],
		[{ kind: 'substitution', said: null, heard: 'b' }, '[-?-]{+b+}'],
		[{ kind: 'deletion', said: null }, '[-?-]'],
	])('marks %j in plain text: %s', (edit, text) => {
		expect(markedText(shownEdits([edit]))).toBe(text);
	});
});

describe('a recording in the Markdown of a test', () => {
	const hearing = (edits: Edit[] | null, heard = 'as heard'): Hearing =>
		({ heard, edits }) as Hearing;
	const shown = (reference: Hearing | null, candidate: Hearing | null = null) =>
		markdownReport(
			report({ utterances: [{ audio: 'a.wav', said: null, reference, candidate }] }),
		).split('\n\n')[5];

	it('has no line for what is not known', () => {
		expect(shown(null)).toBe('**a.wav**');
	});

	it('is what was heard when it cannot be compared', () => {
		expect(shown(hearing(null), hearing(null, 'else'))).toBe(
			'**a.wav**\n- Reference model: as heard\n- New model: else',
		);
	});

	it.each<[Edit[], string]>([
		[[error], '(1 error): **um**'],
		[[{ kind: 'deletion', said: 'a' }], '(1 error): ~~a~~'],
		[[{ kind: 'deletion', said: null }], '(1 error): ~~?~~'],
		[[{ kind: 'substitution', said: null, heard: 'b' }], '(1 error): **b**'],
		[[error, ...same(60)], '…'],
	])('marks its errors: %#', (edits, text) => {
		expect(shown(hearing(edits))).toContain(text);
	});
});

describe('a report', () => {
	it('has no verdict for an inspection, and no heading without recordings', () => {
		const text = markdownReport(report({ verdict: null, utterances: [] }));
		expect(text).not.toMatch(/Better|Recordings|\n\n\n/);
	});

	it('has a dash for a count that is not known, and the change with its sign', () => {
		const one = report();
		one.reference.figures.wordInsertionCount = null;
		one.reference.figures.wordDeletionCount = 100;
		expect(markdownReport(one)).toContain('| Insertions | – | 118 |');
		const cells = (name: string) => {
			const [, row = ''] = new RegExp(`>${name}</th>([^]*?)</tr>`).exec(htmlReport(one)) ?? [];
			return [...row.matchAll(/<td[^>]*>\s*([^<]*?)\s*<\/td>/g)].map(([, text]) => text);
		};
		expect(cells('Insertions')).toEqual(['–', '118', '–']);
		expect(cells('Deletions')).toEqual(['100', '202', '+102']);
		expect(cells('Substitutions')).toEqual(['812', '473', '-339']);
		expect(cells('Words')).toEqual(['12,345', '12,345', '0']);
	});

	it('leaves out a rate that one of the models does not have', () => {
		const one = report();
		one.reference.figures.sentenceErrorRate = null;
		expect(markdownReport(one)).not.toContain('Sentence error rate');
		expect(markdownReport(one)).toContain('Word error rate');
	});

	it('draws the longer bar as wide as its place, and the other in proportion', () => {
		const one = report();
		one.reference.figures.wordErrorRate = 0.2;
		one.candidate.figures.wordErrorRate = 0.05;
		const [first, second] = [
			...htmlReport(one).matchAll(/-bar" style="[^"]*width:([\d.]+)%;background/g),
		].map(([, width]) => Number(width));
		expect([first, second]).toEqual([100, 25]);
	});
});
