import data from '../data/locales.json' with { type: 'json' };

/** @type {Record<string, string[]>} Kinds of dataset a model can be trained with, by locale; `about` in the file names the source. */
const kindsOfLocale: Record<string, string[]> = data.locales;

/** Every locale that can be customised. */
const locales = Object.keys(kindsOfLocale);

const locale = { type: 'string', enum: locales };

const datasetKinds = [
	'Language',
	'Acoustic',
	'Pronunciation',
	'AudioFiles',
	'LanguageMarkdown',
	'OutputFormatting',
];

/** Kinds a model is tested on. A test trains nothing, so they are taken in every locale. */
const TESTING_KINDS = ['Acoustic', 'AudioFiles'];

/**
 * Kinds of dataset a model of a locale can be trained with.
 */
function trainingKinds(name: string) {
	const kinds = kindsOfLocale[name] ?? [];
	return datasetKinds.filter((kind) => kinds.includes(kind));
}

/**
 * Whether a locale takes datasets of a kind, for training or for testing.
 */
function takesDataset(name: string, kind: string) {
	return TESTING_KINDS.includes(kind) || trainingKinds(name).includes(kind);
}

/** Which locales each kind of dataset is taken in. */
const datasetLocales = Object.fromEntries(
	datasetKinds.map((kind) => [kind, locales.filter((name) => takesDataset(name, kind))]),
);

export { locales, locale, datasetKinds, datasetLocales, takesDataset, trainingKinds };
