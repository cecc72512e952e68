import type { Emulator } from './emulator';

/** What a test puts into a resource before it runs a node. */
export interface Resource {
	baseId: string;
	datasetIds: string[];
}

const DAY_MS = 86_400_000;

/** An ISO date so many days from now. */
export function inDays(days: number): string {
	return new Date(Date.now() + days * DAY_MS).toISOString();
}

/** Puts one trainable base model and two processed datasets of a locale into an emulator. */
export function stockUp(emulator: Emulator, locale = 'en-US'): Resource {
	const base = putBase(emulator, { displayName: '20260912 test', locale });
	const datasets = ['Language', 'Pronunciation'].map((kind) =>
		emulator.put('datasets', { displayName: `${kind} data`, locale, kind }),
	);
	return { baseId: base.id, datasetIds: datasets.map(({ id }) => id) };
}

/** Puts a base model that can be trained for a year with text, free of charge, unless told otherwise. */
export function putBase(
	emulator: Emulator,
	{ properties, ...entity }: { displayName: string; [key: string]: unknown },
) {
	return emulator.put('baseModels', {
		locale: 'en-US',
		status: 'Succeeded',
		createdDateTime: inDays(-30),
		...entity,
		properties: {
			deprecationDates: { adaptationDateTime: inDays(365), transcriptionDateTime: inDays(730) },
			features: { supportsAdaptationsWith: ['Language', 'LanguageMarkdown', 'Pronunciation'] },
			chargeForAdaptation: false,
			...(properties as object),
		},
	});
}

/** Puts a trained custom model that recognises for the given days more. */
export function putModel(
	emulator: Emulator,
	resource: Resource,
	daysLeft: number | null,
	entity: Record<string, unknown> = {},
) {
	return emulator.put('models', {
		displayName: 'Retail en-US',
		locale: 'en-US',
		baseModel: resource.baseId,
		datasets: resource.datasetIds,
		...entity,
		properties: {
			customModelWeightPercent: 30,
			deprecationDates: daysLeft === null ? {} : { transcriptionDateTime: inDays(daysLeft) },
			...(entity.properties as object),
		},
	});
}

/** The POSTs an emulator has seen, refused ones and lost ones included. */
export function postsTo(emulator: Emulator, path: string) {
	return emulator
		.requests()
		.filter((request) => request.method === 'POST' && request.path.endsWith(path));
}
