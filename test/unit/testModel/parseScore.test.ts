import { parseScore } from '../../../nodes/TestModel/utterances/parseScore';
import { pairFiles } from '../../../nodes/TestModel/utterances/pairFiles';
import { markedText, shownEdits } from '../../../nodes/TestModel/utterances/shownEdits';
import { worstUtterances } from '../../../nodes/TestModel/utterances/worstUtterances';
import { defined } from '../../support/defined';

const phrase = (best: object) => ({ nBest: [best, { lexical: 'second best' }] });
const hearing = (score: unknown) => {
	const parsed = parseScore(JSON.stringify(score));
	return (
		parsed && {
			said: parsed.said,
			heard: parsed.heard,
			marked: parsed.edits && markedText(shownEdits(parsed.edits)),
		}
	);
};

describe('a score file', () => {
	it.each([
		[
			'with the human transcript and the best hypothesis',
			{ reference: 'Return my order.', recognizedPhrases: [phrase({ lexical: 'return my odor' })] },
			{ said: 'Return my order.', heard: 'return my odor', marked: 'return my [-order.-]{+odor+}' },
		],
		[
			'in several phrases',
			{
				reference: 'good morning return it',
				recognizedPhrases: [phrase({ lexical: 'good morning' }), phrase({ lexical: 'return' })],
			},
			{
				said: 'good morning return it',
				heard: 'good morning return',
				marked: 'good morning return [-it-]',
			},
		],
		[
			'with marked errors and no transcript',
			{
				recognizedPhrases: [
					phrase({
						scoringResult: 'please <deletion>return</deletion> <insertion>um</insertion> it',
					}),
				],
			},
			{ said: 'please return it', heard: 'please um it', marked: 'please [-return-] {+um+} it' },
		],
		[
			'with a marked substitution, which does not tell what was said',
			{ recognizedPhrases: [phrase({ scoringResult: 'my,<substitution>odor</substitution>' })] },
			{ said: null, heard: 'my odor', marked: 'my [-?-]{+odor+}' },
		],
		[
			'with a word left out, which does not tell which',
			{ recognizedPhrases: [phrase({ scoringResult: 'return,<deletion>@</deletion>,order' })] },
			{ said: null, heard: 'return order', marked: 'return [-?-] order' },
		],
		[
			'with marked signs of a script without spaces',
			{ recognizedPhrases: [phrase({ scoringResult: '注,文,<insertion>お</insertion>,返す' })] },
			{ said: '注文返す', heard: '注文お返す', marked: '注文{+お+}返す' },
		],
		[
			'with what was heard only',
			{ combinedRecognizedPhrases: [{ channel: 0, lexical: 'return my order' }] },
			{ said: null, heard: 'return my order', marked: null },
		],
		[
			'with nothing heard',
			{ reference: 'hello there', recognizedPhrases: [phrase({ lexical: '', display: '' })] },
			{ said: 'hello there', heard: '', marked: '[-hello-] [-there-]' },
		],
		['of another kind', { wordErrorRate1: 0.1 }, null],
		['with phrases of another kind', { recognizedPhrases: ['text', null, 7] }, null],
		['that is a list', [1, 2], null],
	])('%s', (_name, score, expected) => {
		expect(hearing(score)).toEqual(expected);
	});

	describe('of a Whisper model, whose lexical form stays empty,', () => {
		const best = { lexical: '', itn: '', maskedITN: '', display: 'Return my odor.' };
		const score = (changes: object, reference: string | null = 'return my order') => ({
			...(reference !== null && { reference }),
			recognizedPhrases: [phrase({ ...best, ...changes })],
		});
		const differs = 'return my [-order-]{+odor+}';

		it.each<[string, object, string, string | null]>([
			['the display form', score({}), 'Return my odor.', 'Return my [-order-]{+odor.+}'],
			['the ITN form', score({ itn: 'return my odor' }), 'return my odor', differs],
			['the masked ITN form', score({ maskedITN: 'return my odor' }), 'return my odor', differs],
			[
				'the display form, with blanks in lexical',
				score({ lexical: ' ' }),
				'Return my odor.',
				'Return my [-order-]{+odor.+}',
			],
			[
				'the display form, with null in lexical',
				score({ lexical: null }),
				'Return my odor.',
				'Return my [-order-]{+odor.+}',
			],
			[
				'the marks, where a number in digits would be an error',
				score({ display: 'It is 5.', scoringResult: 'it,is,five' }, 'it is five'),
				'It is 5.',
				'it is five',
			],
			[
				'the marks alone',
				score({ display: undefined, scoringResult: 'return,my,<substitution>odor</substitution>' }),
				'return my odor',
				differs,
			],
			[
				'the display form against marks by which nothing was heard',
				score({ scoringResult: '<deletion>@</deletion>,<deletion>@</deletion>' }),
				'Return my odor.',
				'Return my [-order-]{+odor.+}',
			],
			[
				'the display form against such marks that tell the transcript',
				score({ scoringResult: '<deletion>return</deletion>,<deletion>it</deletion>' }, null),
				'Return my odor.',
				'Return [-it-]{+my+} {+odor.+}',
			],
			[
				'the whole recording',
				{
					reference: 'return my order',
					recognizedPhrases: [phrase({ lexical: '' })],
					combinedRecognizedPhrases: [best],
				},
				'Return my odor.',
				'Return my [-order-]{+odor.+}',
			],
			[
				'phrases of which one has no lexical form',
				{
					reference: 'yes return my order',
					recognizedPhrases: [phrase({ ...best, lexical: 'yes' }), phrase(best)],
				},
				'yes Return my odor.',
				'yes Return my [-order-]{+odor.+}',
			],
		])('is heard by %s', (_how, file, heard, marked) => {
			expect(hearing(file)).toMatchObject({ heard, marked });
		});

		it.each([
			[
				'a transcript and no other form',
				{ reference: 'hello', recognizedPhrases: [phrase({ lexical: '' })] },
			],
			[
				'blank marks',
				{ reference: 'hello', recognizedPhrases: [phrase({ lexical: '', scoringResult: ' ' })] },
			],
			['nothing else', { recognizedPhrases: [phrase({ lexical: '' })] }],
		])('does not tell what was heard with %s', (_what, file) => {
			expect(hearing(file)).toBeNull();
		});
	});

	it.each(['', '{', 'null', '<html></html>'])('that is no JSON (%j) is passed over', (text) => {
		expect(parseScore(text)).toBeNull();
	});

	it('with a byte order mark is read all the same', () => {
		expect(parseScore('\uFEFF{"recognizedPhrases":[{"nBest":[{"lexical":"yes"}]}]}')?.heard).toBe(
			'yes',
		);
	});
});

describe('the files of a test', () => {
	const file = (name: string) => ({ self: 'x', name, kind: 'EvaluationDetails' });

	it('are put together by recording, in their order', () => {
		const names = ['b.wav.model2_score.json', 'a.wav.model1_score.json', 'b.wav.model1_score.json'];
		const pairs = pairFiles([...names, 'report.json'].map(file));
		expect(
			pairs.map(({ audio, reference, candidate }) => [audio, reference?.name, candidate?.name]),
		).toEqual([
			['b.wav', 'b.wav.model1_score.json', 'b.wav.model2_score.json'],
			['a.wav', 'a.wav.model1_score.json', undefined],
		]);
	});
});

describe('the worst recordings', () => {
	const heardAs = (audio: string, reference: string, candidate: string) => {
		const score = (heard: string) =>
			parseScore(
				JSON.stringify({
					reference: 'a b c d',
					recognizedPhrases: [phrase({ lexical: heard, display: heard })],
				}),
			);
		return { audio, said: 'a b c d', reference: score(reference), candidate: score(candidate) };
	};
	const utterances = [
		heardAs('right', 'a b c', 'a b c d'),
		heardAs('two, as before', 'a b', 'a b'),
		heardAs('two, better before', 'a b c d', 'a b'),
		heardAs('four', 'a b c d', ''),
		{ audio: 'unread', said: null, reference: null, candidate: null },
	];

	it('are those with the most errors of the candidate, what got worse first', () => {
		expect(worstUtterances(utterances, 10).map(({ audio }) => audio)).toEqual([
			'four',
			'two, better before',
			'two, as before',
		]);
	});

	it('are as many as asked for', () => {
		expect(worstUtterances(utterances, 2)).toHaveLength(2);
		expect(worstUtterances(utterances, 0)).toEqual([]);
	});
});

describe('what is shown of a long recording', () => {
	const words = (count: number, word = 'word') =>
		Array.from({ length: count }, () => word).join(' ');
	const shown = (said: string, heard: string) => {
		const parsed = parseScore(
			JSON.stringify({ reference: said, recognizedPhrases: [phrase({ lexical: heard })] }),
		);
		return markedText(shownEdits(defined(parsed?.edits)));
	};

	it('is what stands around the errors', () => {
		const text = shown(`${words(100)} yes ${words(100)}`, `${words(100)} no ${words(100)}`);
		expect(text).toBe(`… ${words(8)} [-yes-]{+no+} ${words(8)} …`);
	});

	it('is all of a sentence, and the beginning when there are no errors', () => {
		expect(shown(words(40), words(39))).toBe(`[-word-] ${words(39)}`);
		expect(shown(words(100), words(100))).toBe(`${words(40)} …`);
	});

	it('ends after 300 pieces', () => {
		const pieces = shown(words(1_000, 'one'), words(1_000, 'two')).split(' ');
		expect(pieces).toHaveLength(301);
		expect(pieces[300]).toBe('…');
	});

	it('has spaces between words only where the script has them', () => {
		expect(shown('注文を返す', '注文お返す please')).toBe('注文[-を-]{+お+}返す {+please+}');
	});

	it('holds no control characters, which could turn the text around', () => {
		expect(shown('good\u202eevil', 'good\u202eevil x')).toBe('good evil {+x+}');
	});
});
