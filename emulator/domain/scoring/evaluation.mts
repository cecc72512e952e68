/** What the scores of an evaluation follow from. */
export interface Evaluation {
	id: string;
	locale: string;
	models: ScoredModel[];
	datasetId: string | undefined;
	/** Properties that somebody fixed, by hand or by a script; a figure ends with the number of its model. */
	fixed: Record<string, unknown>;
}

export interface ScoredModel {
	id: string;
	isCustom: boolean;
	/** Full years since the base of a custom model was published. */
	yearsBehind: number;
}

/** Figures that somebody fixed for one model. */
export type Scripted = Partial<Record<string, number>>;
