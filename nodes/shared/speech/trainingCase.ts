import type { IDataObject } from 'n8n-workflow';

import { InputError } from './inputError';
import { isUuid, parseEntityUrl } from './references';
import { cleanText, quoted } from './text';

/** A dataset as an item carries it: its id, and its kind when a node before has already said it. */
export interface CaseDataset {
	id: string;
	kind: string | null;
}

type Json = Record<string, unknown>;

/**
 * The datasets an item brings along: those in `datasets` and the one in `dataset`, each once.
 *
 * @throws InputError when one of them is no dataset.
 */
export function datasetsOfCase(json: Json): CaseDataset[] {
	const listed = listOf(json.datasets);
	// Items from elsewhere may use the word for something of their own.
	const single = isObject(json.dataset) && (json.dataset.id ?? json.dataset.self);
	const brought = [...listed, ...(single ? [json.dataset] : [])];
	return unique(brought.map(readDataset));
}

/**
 * The keys an item gains for the datasets uploaded from it. Several, of this node or of nodes before, collect in
 * `datasets`, which Train Model takes; a single one stands in `dataset` as well.
 *
 * @param json What came in.
 */
export function collectDatasets(json: Json, uploaded: IDataObject[]): IDataObject {
	const all = new Map<unknown, IDataObject>();
	for (const dataset of [...datasetsBefore(json), ...uploaded]) {
		all.set(keyOf(dataset), dataset as IDataObject);
	}
	return {
		...(uploaded.length === 1 && { dataset: uploaded[0] }),
		...(all.size > 1 && { datasets: [...all.values()] }),
	};
}

/** The datasets the item's model was trained with, whether the model is simplified or as the service sent it. */
export function datasetsOfModel(json: Json): CaseDataset[] {
	const model = isObject(json.model) ? json.model : {};
	const listed = model.datasetIds ?? model.datasets;
	return unique((Array.isArray(listed) ? (listed as unknown[]) : []).map(readDataset));
}

/** Whether the item brings data, readable or not. */
export function bringsDatasets(json: Json): boolean {
	return datasetsBefore(json).length > 0;
}

/** Whether the item carries a model that could be retrained. */
export function hasModel(json: Json): boolean {
	return isObject(json.model) && Boolean(json.model.id ?? json.model.self);
}

/**
 * Keeps an endpoint that serves a base model, as Check Expiration tells of it, from being taken for a training case.
 *
 * @throws InputError that says what to do with it.
 */
export function refuseEndpointOnBase({ model, endpoint, expiration }: Json): void {
	const found = isObject(expiration) ? expiration : {};
	if (isObject(model) || !isObject(endpoint) || typeof found.servedBaseModelId !== 'string') return;
	throw new InputError(
		`Endpoint ${quoted(endpoint.displayName)} uses a base model, so there is nothing to train.`,
		"Use Deploy Model to switch it to a newer base model, with '{{ $json.expiration.newerBaseModelId }}' in 'Model'.",
	);
}

/** What stands in `datasets`, and the one in `dataset` unless it is something of an item from elsewhere. */
function datasetsBefore({ dataset, datasets }: Json): unknown[] {
	return [...listOf(datasets), ...(isDataset(dataset) ? [dataset] : [])];
}

/** A list, a comma-separated text, or a single dataset. */
function listOf(datasets: unknown): unknown[] {
	if (datasets === undefined || datasets === null || datasets === '') return [];
	if (Array.isArray(datasets)) return datasets as unknown[];
	return typeof datasets === 'string' ? datasets.split(',') : [datasets];
}

function readDataset(value: unknown): CaseDataset {
	const fields = isObject(value) ? value : { id: value };
	const text = String(fields.id ?? fields.self ?? '').trim();
	const parsed = parseEntityUrl(text);
	const id = isUuid(text) ? text.toLowerCase() : parsed?.id;
	const isDataset = id !== undefined && (parsed === null || parsed.collection === 'datasets');
	if (!isDataset) throw notADataset(text);
	return { id, kind: typeof fields.kind === 'string' && fields.kind ? fields.kind : null };
}

/** Training on less data than the item brings would go unnoticed, so nothing is passed over. */
function notADataset(text: string): InputError {
	return new InputError(
		`The item's datasets contain something that is not a dataset: '${cleanText(text, 60)}'.`,
		"Each must be the ID or URL of a dataset, or an object with 'id' or 'self'.",
	);
}

function unique(datasets: CaseDataset[]): CaseDataset[] {
	const byId = new Map<string, CaseDataset>();
	for (const dataset of datasets) {
		if (!byId.get(dataset.id)?.kind) byId.set(dataset.id, dataset);
	}
	return [...byId.values()];
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null;
}

/** Items from elsewhere may use the word for something of their own. */
function isDataset(value: unknown): boolean {
	return typeof value === 'object' && value !== null && ('id' in value || 'self' in value);
}

function keyOf(dataset: unknown): unknown {
	if (typeof dataset !== 'object' || dataset === null) return String(dataset).trim().toLowerCase();
	const { id, self } = dataset as { id?: unknown; self?: unknown };
	return String(id ?? self).toLowerCase();
}
