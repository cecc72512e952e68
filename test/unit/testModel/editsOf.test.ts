import { editsOf, errorsIn } from '../../../nodes/TestModel/utterances/editsOf';
import { defined } from '../../support/defined';

/** Said [-left out-], {+put in+}, [-said-]{+heard instead+}. */
function marked(said: string, heard: string): string {
	return defined(editsOf(said, heard))
		.map((edit) => {
			switch (edit.kind) {
				case 'same':
					return edit.heard;
				case 'substitution':
					return `[-${edit.said}-]{+${edit.heard}+}`;
				case 'insertion':
					return `{+${edit.heard}+}`;
				case 'deletion':
					return `[-${edit.said}-]`;
			}
		})
		.join(' ');
}

describe('the edits from what was said to what was heard', () => {
	it.each([
		['the same', 'return my order', 'return my order', 'return my order'],
		['one word left out', 'return my order', 'return order', 'return [-my-] order'],
		['one word put in', 'return order', 'return my order', 'return {+my+} order'],
		['one word misheard', 'return my order', 'return my odor', 'return my [-order-]{+odor+}'],
		['the first word left out', 'please return', 'return', '[-please-] return'],
		['the last word put in', 'return', 'return it', 'return {+it+}'],
		['nothing heard', 'return it', '', '[-return-] [-it-]'],
		['nothing said', '', 'hm well', '{+hm+} {+well+}'],
		['nothing at all', '', '', ''],
		['another case and marks', 'Return, my order!', 'return my order', 'return my order'],
		['marks that stand alone', 'return - my order', 'return my order', 'return my order'],
		['marks inside of words', "don't pay 3.5", 'dont pay 3.5', "[-don't-]{+dont+} pay 3.5"],
		['words swapped', 'a b', 'b a', '[-a-] b {+a+}'],
		['a repeated word', 'no no yes', 'no yes', '[-no-] no yes'],
		['letters of other scripts', 'верните мой заказ', 'верните заказ', 'верните [-мой-] заказ'],
		['signs without spaces between words', '注文を返す', '注文お返す', '注 文 [-を-]{+お+} 返 す'],
		['such signs among words', '昨日 iPhone を', '昨日 iphone を', '昨 日 iphone を'],
		['several of each', 'a b c d e', 'a x c e f', 'a [-b-]{+x+} c [-d-] e {+f+}'],
	])('%s', (_name, said, heard, expected) => {
		expect(marked(said, heard)).toBe(expected);
	});

	it('are as few as can be', () => {
		expect(errorsIn(defined(editsOf('a b c d e', 'a x c e f')))).toBe(3);
	});

	it('are not worked out for a text too long to compare', () => {
		const long = 'word '.repeat(2_001);
		expect(editsOf(long, 'word')).toBeNull();
		expect(editsOf('word', long)).toBeNull();
	});

	it('are worked out for the longest text', () => {
		const long = Array.from({ length: 2_000 }, (_, number) => `w${number % 7}`).join(' ');
		const other = Array.from({ length: 2_000 }, (_, number) => `w${number % 11}`).join(' ');
		const edits = defined(editsOf(long, other));
		const said = edits.flatMap((edit) => ('said' in edit ? [edit.said] : []));
		const heard = edits.flatMap((edit) => ('heard' in edit ? [edit.heard] : []));
		expect([said.join(' '), heard.join(' ')]).toEqual([long, other]);
	});
});
