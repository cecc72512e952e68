import { normalizeLocale, sameLocale } from '../../../nodes/shared/speech/locale';

describe('a locale', () => {
	it.each([
		['en-US', 'en-US'],
		['en-us', 'en-US'],
		['EN-US', 'en-US'],
		['  de-de\n', 'de-DE'],
		['fil-ph', 'fil-PH'],
		['es-419', 'es-419'],
		['zh-cn-sichuan', 'zh-CN-sichuan'],
		['SR-LATN-rs', 'sr-Latn-RS'],
	])('%j is written %s', (text, locale) => {
		expect(normalizeLocale(text)).toBe(locale);
	});

	it.each([
		'',
		' ',
		'en',
		'en_US',
		'english',
		'e-US',
		'en-USA',
		'en-US-',
		"en-US' or 1 eq 1",
		'12-US',
	])('%j is none', (text) => {
		expect(normalizeLocale(text)).toBeNull();
	});
});

describe('two locales', () => {
	it.each([
		['en-US', 'EN-us', true],
		['en-US', 'en-GB', false],
		['en-US', undefined, false],
		[undefined, 'en-US', false],
	])('%s and %s: %s', (one, other, same) => {
		expect(sameLocale(one, other)).toBe(same);
	});
});
