import {
	asSentence,
	cleanText,
	counted,
	withoutUrlSecrets,
} from '../../../nodes/shared/speech/text';

describe('cleaned text', () => {
	it.each([
		['a line feed', '\n'],
		['a carriage return and line feed', '\r\n'],
		['a tab', '\t'],
		['a null character', '\u0000'],
		['an escape', '\u001b'],
		['a delete', '\u007f'],
		['a C1 control', '\u0085'],
		['a right-to-left override', '\u202e'],
		['a left-to-right embedding', '\u202a'],
		['a left-to-right mark', '\u200e'],
		['a right-to-left isolate', '\u2067'],
		['an Arabic letter mark', '\u061c'],
	])('has no %s', (_name, mark) => {
		expect(cleanText(`a${mark}b`)).toBe('a b');
	});

	it('is one trimmed line with single spaces', () => {
		expect(cleanText('  The   file\n\n is empty. ')).toBe('The file is empty.');
	});

	it('keeps other scripts as they are', () => {
		expect(cleanText('Größe über 文件 ملف')).toBe('Größe über 文件 ملف');
	});

	it.each([
		[499, 499],
		[500, 500],
		[501, 500],
		[10_000, 500],
	])('of %d characters has %d', (length, expected) => {
		const cleaned = cleanText('x'.repeat(length));
		expect(cleaned).toHaveLength(expected);
		expect(cleaned.endsWith('…')).toBe(length > 500);
	});

	it('is never cut through a character', () => {
		expect(cleanText('🎙'.repeat(501))).toBe(`${'🎙'.repeat(499)}…`);
	});

	it('loses the SAS of a link, also when the link is long', () => {
		const link = `https://a.blob.core.windows.net/c/${'d'.repeat(480)}?sv=2024&sig=hidden`;
		expect(cleanText(`Cannot read ${link}`)).not.toMatch(/sig|sv=/);
	});
});

describe('text without URL secrets', () => {
	it.each([
		[
			'a SAS',
			'See https://a.blob.core.windows.net/c/f.zip?sv=1&sig=x%3D now',
			'https://a.blob.core.windows.net/c/f.zip now',
		],
		['a query without a path', 'See https://a.example?sig=x now', 'https://a.example now'],
		['a query in capitals', 'See HTTPS://A.EXAMPLE/f?SIG=x now', 'HTTPS://A.EXAMPLE/f now'],
		['plain http', 'See http://a.example/f?sig=x now', 'http://a.example/f now'],
		[
			'a SAS behind a quote',
			"See https://a.example/f?name=UTF-8''f.zip&sig=x now",
			'https://a.example/f now',
		],
		[
			'a signature on the next line',
			'See https://a.example/f?a=b\n&sig=hidden now',
			'https://a.example/f\n&sig=… now',
		],
		['a user and password', 'See https://me:word@a.example/f now', 'https://a.example/f now'],
		['two question marks', 'See https://a.example/f?a?sig=x now', 'https://a.example/f now'],
	])('leaves out %s', (_name, text, rest) => {
		expect(withoutUrlSecrets(text)).toBe(`See ${rest}`);
	});

	it('leaves out the query of every URL', () => {
		const text = withoutUrlSecrets('"https://a.example/1?sig=x", <https://a.example/2?sig=y>');
		expect(text).toBe('"https://a.example/1", <https://a.example/2>');
	});

	it.each(['Why? Because.', 'https://a.example/f', 'Is it a=b?c'])('leaves %j alone', (text) => {
		expect(withoutUrlSecrets(text)).toBe(text);
	});
});

describe('a sentence', () => {
	it.each([
		['It failed', 'It failed.'],
		['It failed.', 'It failed.'],
		['Why?', 'Why?'],
		['No!', 'No!'],
		['Cut…', 'Cut…'],
	])('%j ends as %j', (text, sentence) => {
		expect(asSentence(text)).toBe(sentence);
	});
});

describe('a count', () => {
	it.each([
		[0, '0 days'],
		[1, '1 day'],
		[2, '2 days'],
		[-1, '-1 days'],
	])('%d reads %j', (count, words) => {
		expect(counted(count, 'day')).toBe(words);
	});
});
