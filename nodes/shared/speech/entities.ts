/**
 * The service's entities as they travel over the wire, field names as Azure writes them.
 * Source: OpenAPI document of the Speech to text REST API, version 2025-10-15.
 */

/** Closed list at the service today; other values are tolerated and read as "still working". */
export type Status = 'NotStarted' | 'Running' | 'Succeeded' | 'Failed';

/** Dataset kinds known to version 2025-10-15; the service may add some. */
export const DATASET_KINDS = [
	'Acoustic',
	'AudioFiles',
	'Language',
	'LanguageMarkdown',
	'OutputFormatting',
	'Pronunciation',
] as const;

export type DatasetKind = (typeof DATASET_KINDS)[number];

export interface EntityReference {
	self: string;
}

/** Why a job ended as Failed. Its code is a free string, not one of the error codes of a response. */
export interface EntityError {
	code?: string;
	message?: string;
}

/** What every entity has. Dates are ISO 8601 in UTC. */
export interface Entity {
	self: string;
	displayName: string;
	description?: string;
	locale?: string;
	createdDateTime?: string;
	lastActionDateTime?: string;
	status?: Status | string;
	customProperties?: Record<string, string>;
	project?: EntityReference;
	/** Addresses of what belongs to it; only that of an endpoint's web socket is of use without a key. */
	links?: { webSocket?: string };
	properties?: { error?: EntityError };
}

export interface CustomModel extends Entity {
	locale: string;
	baseModel?: EntityReference;
	datasets?: EntityReference[];
	properties?: {
		error?: EntityError;
		customModelWeightPercent?: number;
		deprecationDates?: { transcriptionDateTime?: string };
		features?: { supportsEndpoints?: boolean };
	};
}

export interface BaseModel extends Entity {
	locale: string;
	properties?: {
		error?: EntityError;
		chargeForAdaptation?: boolean;
		deprecationDates?: { adaptationDateTime?: string; transcriptionDateTime?: string };
		features?: { supportsAdaptationsWith?: string[]; supportsEndpoints?: boolean };
	};
}

export interface Dataset extends Entity {
	locale: string;
	kind: string;
	properties?: {
		error?: EntityError;
		acceptedLineCount?: number;
		rejectedLineCount?: number;
		/** Of all its audio together; 0 for text. */
		durationMilliseconds?: number;
		textNormalizationKind?: string;
	};
}

export interface Endpoint extends Entity {
	locale: string;
	model?: EntityReference;
	links?: { webSocket?: string };
	properties?: { error?: EntityError; loggingEnabled?: boolean };
}

export interface Evaluation extends Entity {
	locale: string;
	/** Always there by the contract, but a list is of use also without them. */
	model1?: EntityReference;
	model2?: EntityReference;
	dataset?: EntityReference;
	properties?: { error?: EntityError } & EvaluationFigures & EvaluationTokenErrors;
}

/** The figures an evaluation has once for each model. Rates are fractions; -1 before the end; those of tokens are optional. */
export const EVALUATION_FIGURES = [
	'wordErrorRate',
	'sentenceErrorRate',
	'tokenErrorRate',
	'wordCount',
	'wordInsertionCount',
	'wordDeletionCount',
	'wordSubstitutionCount',
] as const;

export type EvaluationFigure = (typeof EVALUATION_FIGURES)[number];

/** With suffix 1 those of `model1`, with suffix 2 those of `model2`. */
export type EvaluationFigures = {
	[Name in `${EvaluationFigure}${1 | 2}`]?: number;
};

/** What the edits of the displayed text are about. */
export const TOKEN_ERROR_GROUPS = [
	'punctuation',
	'capitalization',
	'inverseTextNormalization',
	'lexical',
	'others',
] as const;

export type TokenErrorGroup = (typeof TOKEN_ERROR_GROUPS)[number];

/** Of one model; optional as a whole and each group of it. */
export type ReportedTokenErrors = Partial<
	Record<TokenErrorGroup, { numberOfEdits?: number; percentageOfAllEdits?: number }>
>;

export type EvaluationTokenErrors = {
	[Name in `tokenErrors${1 | 2}`]?: ReportedTokenErrors;
};

/** A file that belongs to an entity; its content opens without a key while the link lives, so the link is a secret. */
export interface EntityFile {
	name: string;
	kind?: string;
	links?: { contentUrl?: string };
	properties?: { size?: number };
}

export interface Project extends Entity {
	locale: string;
}

/** A model copy under way: the one entity that carries its id and its error at the top level. */
export interface CopyOperation {
	id: string;
	self?: string;
	status?: Status | string;
	createdDateTime?: string;
	lastActionDateTime?: string;
	error?: EntityError;
	result?: { link?: string };
}
