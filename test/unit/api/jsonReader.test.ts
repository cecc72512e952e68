import { Excess } from '../../../nodes/shared/api/excess';
import { JsonReader, parseJson } from '../../../nodes/shared/api/jsonReader';
import { JSON_BOUNDS } from '../../../nodes/shared/api/policies';

/** What pieces of a text say together. */
function readPieces(pieces: string[]): unknown {
	const reader = new JsonReader(JSON_BOUNDS.partChars);
	for (const piece of pieces) reader.read(piece);
	return reader.end();
}

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

const TEXTS = [
	'',
	'a',
	'"',
	'\\',
	'\\"',
	'[',
	']}',
	'{"a":[1,2]}',
	'ü',
	'😀',
	'\u2028',
	'\n',
	'__proto__',
];

function randomValue(next: (below: number) => number, depth: number): unknown {
	const entries = Array.from({ length: next(4) }, (_, n) => n);
	switch (next(depth > 4 ? 4 : 7)) {
		case 0:
			return null;
		case 1:
			return next(2) === 1;
		case 2:
			return next(1_000) / 8 - 50;
		case 3:
			return TEXTS[next(TEXTS.length)];
		case 4:
			return entries.map(() => randomValue(next, depth + 1));
		default:
			return Object.fromEntries(
				entries.map((n) => [`${TEXTS[next(TEXTS.length)]}${n}`, randomValue(next, depth + 1)]),
			);
	}
}

/** A text in pieces of a few characters, some of them empty. */
function cut(text: string, next: (below: number) => number): string[] {
	const pieces: string[] = [];
	for (let at = 0; at < text.length; ) {
		const end = at + next(7);
		pieces.push(text.slice(at, end));
		at = end;
	}
	return pieces;
}

/** What comes of it, so that two ways to read can be compared. */
function outcome(read: () => unknown): unknown {
	try {
		return { value: read() };
	} catch (thrown) {
		return { isNoJson: thrown instanceof SyntaxError };
	}
}

describe('JSON that comes in pieces', () => {
	it('says the same as when it is parsed at once, whatever it is and wherever it is cut', () => {
		const next = numbers(1);
		for (let run = 0; run < 3_000; run++) {
			const text = JSON.stringify(randomValue(next, 0), null, next(2) === 0 ? undefined : '\t');
			expect(readPieces(cut(text, next))).toEqual(JSON.parse(text));
		}
	});

	it('is refused exactly when it would be at once, with a character too many, too few or wrong', () => {
		const next = numbers(2);
		for (let run = 0; run < 6_000; run++) {
			const text = JSON.stringify(randomValue(next, 0));
			const at = next(text.length);
			const inserted = next(3) === 0 ? '' : '[]{}",:\\0 '[next(10)];
			const spoiled = text.slice(0, at) + inserted + text.slice(at + next(2));
			if (spoiled === '') continue;
			expect([spoiled, outcome(() => readPieces(cut(spoiled, next)))]).toEqual([
				spoiled,
				outcome(() => JSON.parse(spoiled)),
			]);
		}
	});

	it.each([
		'[[1],[2]][[3]]',
		'{"values":[{"a":1}}',
		'{"values":[{"a":1]]}',
		'{"values":[{"a":1}{"b":2}]}',
		'{"values":[{}]}]',
		']]]{"values":[{}]}',
		'{"values":[{"a":1},',
		'{"values":[{"a":',
		'{"values":["a',
		'<html></html>',
		' ',
	])('is refused: %s', (text) => {
		expect(() => parseJson(text)).toThrow(SyntaxError);
	});

	it('keeps the last of two fields of the same name', () => {
		const text = '{"values":[{"a":1}],"values":[[2],{"b":[3]}],"__proto__":[{"c":4}]}';
		expect(parseJson(text)).toEqual(JSON.parse(text));
	});

	it('is nothing without a character', () => {
		expect(parseJson('')).toBeUndefined();
	});
});

describe('JSON no service sends', () => {
	const { depth, values, partChars } = JSON_BOUNDS;
	const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
	const list = (entries: number, entry: string) =>
		`{"values":[${Array.from({ length: entries }, () => entry).join(',')}]}`;

	it.each([
		['nested one level too deep', nested(depth + 1), `nested more than ${depth} levels deep`],
		['nested a million levels deep', nested(1_000_000), `nested more than ${depth} levels deep`],
		['nested deep in a list', list(2, nested(depth)), `nested more than ${depth} levels deep`],
		['never closed', '{"a":'.repeat(100_000), `nested more than ${depth} levels deep`],
		['of too many values', list(values, '0'), 'made up of more than 250,000 values'],
		['of too many empty lists', list(values, '[]'), 'made up of more than 250,000 values'],
		[
			'with an endless text',
			JSON.stringify({ values: ['x'.repeat(partChars)] }),
			'larger than 1 MiB in one piece',
		],
		[
			'with an entity of an endless text',
			list(1, JSON.stringify({ a: 'x'.repeat(partChars) })),
			'larger than 1 MiB in one piece',
		],
		[
			'of more than the largest answer, two bytes for each character',
			list(40, JSON.stringify({ a: `\u4e2d${'x'.repeat(1_000_000)}` })),
			'larger than 64 MiB',
		],
	])('is not read: %s', (_what, text, words) => {
		expect(() => readPieces(text.match(/[^]{1,65536}/g) ?? [])).toThrow(new Excess(words));
	});

	it.each([
		['as deep as is allowed', nested(depth)],
		['with as many values as are allowed', list(values - 2, '0')],
		['of many long texts', list(60, JSON.stringify({ a: 'x'.repeat(1_000_000) }))],
		['with a text as long as is allowed', JSON.stringify('x'.repeat(partChars - 2))],
	])('is read just below: %s', (_what, text) => {
		expect(() => readPieces([text])).not.toThrow();
	});

	it('counts no marks inside of texts', () => {
		const text = JSON.stringify({ a: '[{,"'.repeat(values) });
		expect(parseJson(text)).toEqual(JSON.parse(text));
	});
});
