import type {
	BaseModel,
	CustomModel,
	Dataset,
	Endpoint,
	EntityReference,
	Evaluation,
	Project,
} from '../../nodes/shared/speech/entities';
import { COLLECTION_PATHS, type Collection } from '../../nodes/shared/speech/references';

/** The fixed clock of the unit tests. */
export const NOW = Date.parse('2026-11-01T12:00:00Z');

export const ORIGIN = 'https://westus.api.cognitive.microsoft.com';

/** A valid id that tells entities apart by a small number. */
export function uuid(number: number): string {
	return `1b2c3d4e-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function entityUrl(collection: Collection, number: number): string {
	return `${ORIGIN}/speechtotext${COLLECTION_PATHS[collection]}/${uuid(number)}?api-version=2025-10-15`;
}

export function reference(collection: Collection, number: number): EntityReference {
	return { self: entityUrl(collection, number) };
}

type Numbered<T> = Partial<T> & { number?: number };

interface BaseFacts extends Numbered<BaseModel> {
	/** Null for a base model that names no such date. */
	trainableUntil?: string | null;
	kinds?: string[];
	charged?: boolean;
	/** Left out of the features unless given; any value, as the service may send it. */
	endpoints?: unknown;
}

/** A base model that can be trained with text and audio for most of a year. */
export function baseModel({
	number = 1,
	trainableUntil = '2027-10-15T00:00:00Z',
	kinds = ['Language', 'Acoustic'],
	charged = false,
	endpoints,
	...changes
}: BaseFacts = {}): BaseModel {
	return {
		self: entityUrl('baseModels', number),
		displayName: '20260912',
		locale: 'en-US',
		status: 'Succeeded',
		createdDateTime: '2026-09-12T00:00:00Z',
		properties: {
			chargeForAdaptation: charged,
			deprecationDates: {
				...(trainableUntil !== null && { adaptationDateTime: trainableUntil }),
				transcriptionDateTime: '2028-10-15T00:00:00Z',
			},
			features: {
				supportsAdaptationsWith: kinds,
				...(endpoints !== undefined && { supportsEndpoints: endpoints as boolean }),
			},
		},
		...changes,
	};
}

interface ModelFacts extends Numbered<CustomModel> {
	/** Null for a model that names no such date. */
	usableUntil?: string | null;
}

/** A custom model that was trained and is usable for about two years. */
export function customModel({
	number = 1,
	usableUntil = '2028-10-15T00:00:00Z',
	...changes
}: ModelFacts = {}): CustomModel {
	return {
		self: entityUrl('models', number),
		displayName: 'Retail en-US',
		locale: 'en-US',
		status: 'Succeeded',
		createdDateTime: '2026-10-01T08:00:00Z',
		lastActionDateTime: '2026-10-01T08:42:00Z',
		baseModel: reference('baseModels', 1),
		datasets: [reference('datasets', 1)],
		properties: {
			deprecationDates: usableUntil === null ? {} : { transcriptionDateTime: usableUntil },
		},
		...changes,
	};
}

/** A text dataset that was processed well. */
export function dataset({ number = 1, ...changes }: Numbered<Dataset> = {}): Dataset {
	return {
		self: entityUrl('datasets', number),
		displayName: 'Product names',
		locale: 'en-US',
		kind: 'Language',
		status: 'Succeeded',
		createdDateTime: '2026-09-30T08:00:00Z',
		lastActionDateTime: '2026-09-30T08:01:00Z',
		...changes,
	};
}

/** An endpoint that serves custom model 1. */
export function endpoint({ number = 1, ...changes }: Numbered<Endpoint> = {}): Endpoint {
	return {
		self: entityUrl('endpoints', number),
		displayName: 'Retail live',
		locale: 'en-US',
		status: 'Succeeded',
		model: reference('models', 1),
		...changes,
	};
}

/** A test on dataset 1 that has succeeded: base model 1 against custom model 1, which makes half as many errors. */
export function evaluation({ number = 1, ...changes }: Numbered<Evaluation> = {}): Evaluation {
	return {
		self: entityUrl('evaluations', number),
		displayName: 'Retail test',
		locale: 'en-US',
		status: 'Succeeded',
		model1: reference('baseModels', 1),
		model2: reference('models', 1),
		dataset: reference('datasets', 1),
		properties: {
			wordErrorRate1: 0.1,
			wordErrorRate2: 0.05,
			wordCount1: 5_000,
			wordCount2: 5_000,
		},
		...changes,
	};
}

export function project({ number = 1, ...changes }: Numbered<Project> = {}): Project {
	return {
		self: entityUrl('projects', number),
		displayName: 'Retail',
		locale: 'en-US',
		...changes,
	};
}
