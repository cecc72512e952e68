import type { DatasetKind } from '../../contract/types.d.ts';
import data from '../data/locales.json' with { type: 'json' };

/** Kinds of dataset a model can be trained with, by locale; `about` in the file names the source. */
const kindsOfLocale = new Map<string, string[]>(Object.entries(data.locales));

/** Every locale that can be customized. */
export const locales = [...kindsOfLocale.keys()];

export const datasetKinds: DatasetKind[] = [
	'Language',
	'Acoustic',
	'Pronunciation',
	'AudioFiles',
	'LanguageMarkdown',
	'OutputFormatting',
];

/** Kinds a model is tested on. A test trains nothing, so they are taken in every locale. */
const TESTING_KINDS = ['Acoustic', 'AudioFiles'];

/** Whether a kind holds audio. */
export function isAudio(kind: string) {
	return TESTING_KINDS.includes(kind);
}

/**
 * Kinds of dataset a model of a locale can be trained with.
 */
export function trainingKinds(name: string) {
	const kinds = kindsOfLocale.get(name) ?? [];
	return datasetKinds.filter((kind) => kinds.includes(kind));
}

/**
 * Whether a locale takes datasets of a kind, for training or for testing.
 */
export function takesDataset(name: string, kind: DatasetKind) {
	return isAudio(kind) || trainingKinds(name).includes(kind);
}

/** Which locales each kind of dataset is taken in. */
export const datasetLocales = Object.fromEntries(
	datasetKinds.map((kind) => [kind, locales.filter((name) => takesDataset(name, kind))]),
);
