import type { IDataObject } from 'n8n-workflow';

type Json = Record<string, unknown>;

/**
 * The keys an item gains for the datasets uploaded from it. Several, of this node or of nodes before, collect in
 * `datasets`, which Train Model takes; a single one stands in `dataset` as well.
 *
 * @param json What came in.
 */
export function collectDatasets(json: Json, uploaded: IDataObject[]): IDataObject {
	const before = [...listOf(json.datasets), ...(isDataset(json.dataset) ? [json.dataset] : [])];
	const all = new Map<unknown, IDataObject>();
	for (const dataset of [...before, ...uploaded]) all.set(keyOf(dataset), dataset as IDataObject);
	return {
		...(uploaded.length === 1 && { dataset: uploaded[0] }),
		...(all.size > 1 && { datasets: [...all.values()] }),
	};
}

function listOf(datasets: unknown): unknown[] {
	if (datasets === undefined || datasets === null || datasets === '') return [];
	if (Array.isArray(datasets)) return datasets as unknown[];
	return typeof datasets === 'string' ? datasets.split(',') : [datasets];
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
