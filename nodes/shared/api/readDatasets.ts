import type { Dataset } from '../speech/entities';
import { COLLECTION_PATHS, idOf } from '../speech/references';
import type { SpeechClient } from './client';
import { readExisting } from './readExisting';

/** Up to this many are read one by one; beyond, one list tells them all. */
const MOST_SINGLE_READS = 4;

/**
 * Reads datasets by id, in the order asked for; each is asked for only once in a run.
 *
 * @param label What named them, for the error.
 * @throws InputError naming the dataset that does not exist.
 */
export async function readDatasets(
	client: SpeechClient,
	ids: string[],
	label: string,
): Promise<Dataset[]> {
	const listed = ids.length > MOST_SINGLE_READS ? await allDatasets(client) : null;
	const datasets: Dataset[] = [];
	for (const id of ids) {
		datasets.push(listed?.get(id) ?? (await readExisting<Dataset>(client, 'datasets', id, label)));
	}
	return datasets;
}

async function allDatasets(client: SpeechClient): Promise<Map<string, Dataset>> {
	return await client.once('all datasets', async () => {
		const datasets = await client.list<Dataset>(COLLECTION_PATHS.datasets);
		return new Map(datasets.map((dataset) => [idOf(dataset), dataset]));
	});
}
