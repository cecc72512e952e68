import { localeNames } from '../../../nodes/shared/speech/localeNames';

describe('the English names of a locale', () => {
	const { labelOf, wordsOf } = localeNames();

	it.each([
		['en-US', 'American English (en-US)'],
		['de-DE', 'German (Germany) (de-DE)'],
		['zh-CN-shandong', 'Chinese (China, SHANDONG) (zh-CN-shandong)'],
		['no locale', 'no locale'],
		['', ''],
	])('%j is shown as %j', (locale, label) => {
		expect(labelOf(locale)).toBe(label);
	});

	it.each([
		['en-US', ['en-US', 'American', 'English', 'United States']],
		['en-GB', ['British', 'English', 'United Kingdom']],
		['es-MX', ['Mexican', 'Spanish', 'Mexico']],
		['pt-BR', ['Brazilian', 'Portuguese', 'Brazil']],
		['nonsense', ['nonsense']],
	])('%j is looked for by %j', (locale, words) => {
		for (const word of words) expect(wordsOf(locale)).toContain(word);
	});

	it('are the same the second time', () => {
		expect(wordsOf('fr-CA')).toBe(wordsOf('fr-CA'));
		expect(wordsOf('fr-CA')).not.toBe(wordsOf('fr-FR'));
	});
});
