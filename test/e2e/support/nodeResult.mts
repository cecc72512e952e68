import { count, flag, listOf, object, optional, record, text } from '../../../playground/json.mts';

/** An entity as the nodes of this package sum it up. */
export interface EntityResult {
	id: string;
	displayName: string;
	kind?: string;
	reused?: boolean;
	supportsAdaptationsWith?: string[];
}

export interface WaitResult {
	outcome: string;
	checks?: number;
	waitedSeconds?: number;
}

/** What the nodes of this package put into an item, so far as tests ask for single fields of it. */
export interface NodeResult {
	summary?: string;
	message?: string;
	error?: string;
	modelId?: string;
	model?: EntityResult;
	baseModel?: EntityResult;
	endpoint?: EntityResult;
	dataset?: EntityResult;
	datasets?: EntityResult[];
	test?: object;
	report?: { html: string };
	wait?: WaitResult;
	/** Of a failed item, what the node would have added otherwise. */
	details?: { wait?: WaitResult };
}

const entityResult = object<EntityResult>({
	id: text,
	displayName: text,
	kind: optional(text),
	reused: optional(flag),
	supportsAdaptationsWith: optional(listOf(text)),
});

/** Under the same name a form may have brought a bare ID, or nothing, which no node has replaced. */
const entityUnlessBare = (value: unknown) =>
	typeof value === 'string' ? undefined : optional(entityResult)(value);

const waitResult = object<WaitResult>({
	outcome: text,
	checks: optional(count),
	waitedSeconds: optional(count),
});

/** Reads the JSON of an item; what no test asks for stays in it. */
export const nodeResult = object<NodeResult>({
	summary: optional(text),
	message: optional(text),
	error: optional(text),
	modelId: optional(text),
	model: entityUnlessBare,
	baseModel: entityUnlessBare,
	endpoint: entityUnlessBare,
	dataset: entityUnlessBare,
	datasets: optional(listOf(entityResult)),
	test: optional(record),
	report: optional(object<{ html: string }>({ html: text })),
	wait: optional(waitResult),
	details: optional(object<{ wait?: WaitResult }>({ wait: optional(waitResult) })),
});
