'use strict';

/** Locales this emulator trains for. */
const locales = [
	'ar-SA',
	'da-DK',
	'de-AT',
	'de-CH',
	'de-DE',
	'en-AU',
	'en-CA',
	'en-GB',
	'en-IN',
	'en-US',
	'es-ES',
	'es-MX',
	'fi-FI',
	'fr-CA',
	'fr-FR',
	'hi-IN',
	'it-IT',
	'ja-JP',
	'ko-KR',
	'nb-NO',
	'nl-NL',
	'pl-PL',
	'pt-BR',
	'pt-PT',
	'sv-SE',
	'tr-TR',
	'zh-CN',
];

const locale = { type: 'string', enum: locales };

const datasetKinds = [
	'Language',
	'Acoustic',
	'Pronunciation',
	'AudioFiles',
	'LanguageMarkdown',
	'OutputFormatting',
];

/** Which kinds of dataset each locale takes: audio alone is a preview in en-US. */
const datasetLocales = Object.fromEntries(
	datasetKinds.map((kind) => [kind, kind === 'AudioFiles' ? ['en-US'] : locales]),
);

module.exports = { locales, locale, datasetKinds, datasetLocales };
