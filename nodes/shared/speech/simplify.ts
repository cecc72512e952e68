import type { IDataObject } from 'n8n-workflow';

import { toUtcIso } from './dates';
import { supportsEndpoints } from './endpointSupport';
import type {
	BaseModel,
	CopyOperation,
	CustomModel,
	Dataset,
	Endpoint,
	Evaluation,
} from './entities';
import { figuresAtEnd } from './figures';
import { idOf, targetOf } from './references';
import { entityError } from './status';
import { cleanText, withoutUrlSecrets } from './text';

/**
 * The simplified shapes: at most 12 flat fields, most useful first, the service's own names where one exists.
 * Null stands for "not known (yet)", so that a table of items keeps its columns.
 */
export interface SimpleModel {
	id: string;
	displayName: string;
	locale: string;
	status: string | null;
	createdDateTime: string | null;
	lastActionDateTime: string | null;
	transcriptionDateTime: string | null;
	baseModelId: string | null;
	datasetIds: string[];
	customModelWeightPercent: number | null;
}

/** A custom model, simplified. */
export function simplifyModel(model: CustomModel): SimpleModel {
	return {
		id: idOf(model),
		displayName: model.displayName,
		locale: model.locale,
		status: model.status ?? null,
		createdDateTime: toUtcIso(model.createdDateTime),
		lastActionDateTime: toUtcIso(model.lastActionDateTime),
		transcriptionDateTime: toUtcIso(model.properties?.deprecationDates?.transcriptionDateTime),
		baseModelId: targetOf(model.baseModel)?.id ?? null,
		datasetIds: (model.datasets ?? []).flatMap((dataset) => targetOf(dataset)?.id ?? []),
		customModelWeightPercent: model.properties?.customModelWeightPercent ?? null,
	};
}

/** A base model, simplified; the days left are added by whoever knows the time. */
export function simplifyBaseModel(base: BaseModel) {
	return {
		id: idOf(base),
		displayName: base.displayName,
		locale: base.locale,
		createdDateTime: toUtcIso(base.createdDateTime),
		adaptationDateTime: toUtcIso(base.properties?.deprecationDates?.adaptationDateTime),
		transcriptionDateTime: toUtcIso(base.properties?.deprecationDates?.transcriptionDateTime),
		supportsAdaptationsWith: base.properties?.features?.supportsAdaptationsWith ?? [],
		chargeForAdaptation: base.properties?.chargeForAdaptation ?? null,
		supportsEndpoints: supportsEndpoints(base),
	};
}

/** An endpoint, simplified. */
export function simplifyEndpoint(endpoint: Endpoint) {
	return {
		id: idOf(endpoint),
		displayName: endpoint.displayName,
		locale: endpoint.locale,
		status: endpoint.status ?? null,
		modelId: targetOf(endpoint.model)?.id ?? null,
		createdDateTime: toUtcIso(endpoint.createdDateTime),
		lastActionDateTime: toUtcIso(endpoint.lastActionDateTime),
		webSocket: endpoint.links?.webSocket ?? null,
	};
}

/** A dataset, simplified; its content URL stays out, since it may carry a SAS. */
export function simplifyDataset(dataset: Dataset) {
	return {
		id: idOf(dataset),
		displayName: dataset.displayName,
		locale: dataset.locale,
		kind: dataset.kind,
		status: dataset.status ?? null,
		createdDateTime: toUtcIso(dataset.createdDateTime),
		lastActionDateTime: toUtcIso(dataset.lastActionDateTime),
		acceptedLineCount: dataset.properties?.acceptedLineCount ?? null,
		rejectedLineCount: dataset.properties?.rejectedLineCount ?? null,
		durationMilliseconds: dataset.properties?.durationMilliseconds ?? null,
	};
}

/**
 * A test (an evaluation, in the API's word), simplified. The rates a person looks for first stand beside the rest, which
 * would be 16 fields more.
 */
export function simplifyEvaluation(evaluation: Evaluation) {
	const figures = { model1: figuresAtEnd(evaluation, 1), model2: figuresAtEnd(evaluation, 2) };
	return {
		id: idOf(evaluation),
		displayName: evaluation.displayName,
		locale: evaluation.locale,
		status: evaluation.status ?? null,
		wordErrorRate1: figures.model1.wordErrorRate,
		wordErrorRate2: figures.model2.wordErrorRate,
		model1Id: targetOf(evaluation.model1)?.id ?? null,
		model2Id: targetOf(evaluation.model2)?.id ?? null,
		datasetId: targetOf(evaluation.dataset)?.id ?? null,
		createdDateTime: toUtcIso(evaluation.createdDateTime),
		lastActionDateTime: toUtcIso(evaluation.lastActionDateTime),
		figures,
	};
}

/** A model copy, simplified; `modelId` is the new model once the copy has succeeded. */
export function simplifyCopyOperation(operation: CopyOperation) {
	return {
		id: operation.id,
		status: operation.status ?? null,
		modelId: targetOf(operation.result?.link ? { self: operation.result.link } : null)?.id ?? null,
		createdDateTime: toUtcIso(operation.createdDateTime),
		lastActionDateTime: toUtcIso(operation.lastActionDateTime),
	};
}

/** Why a job failed, in one clean sentence without its full stop. */
export function failureText(entity: object): string {
	const { code, message } = entityError(entity) ?? {};
	const text = [code, message].filter(Boolean).join(': ');
	return text ? cleanText(text).replace(/[.\s]+$/, '') : 'the service gave no reason';
}

/** Links of the service's own, which are of no use without their query. */
const OWN_LINKS = new Set(['self', 'links']);

/** The entity as the service sent it, but without the queries of other URLs in it, which may be a SAS. */
export function fieldsWithoutSecrets<T extends object>(entity: T): IDataObject {
	const fields = Object.entries(entity).map(([name, value]) => [
		name,
		OWN_LINKS.has(name) ? value : withoutSecrets(value),
	]);
	return Object.fromEntries(fields) as IDataObject;
}

function withoutSecrets(value: unknown): unknown {
	if (typeof value === 'string') return withoutUrlSecrets(value);
	if (Array.isArray(value)) return value.map(withoutSecrets);
	return typeof value === 'object' && value !== null ? fieldsWithoutSecrets(value) : value;
}
