import type { DatasetRecord } from '../records.mts';
import { absent, conflict, invalid } from '../refusal.mts';
import type { Moment, Service } from '../service.mts';
import { examineContent } from './examineContent.mts';
import { startImport } from './startImport.mts';
import { blobName, openBlocks } from './uploadedBlocks.mts';

export interface WantedBlock {
	kind: string;
	id: string;
}

const underway = new WeakSet<DatasetRecord>();

/**
 * Puts the blocks together in the order asked for and starts the import. Nothing of it is held in memory.
 * @returns the blobs nobody needs any more, once the state is saved
 */
export async function commitBlocks(
	moment: Moment,
	dataset: DatasetRecord,
	list: WantedBlock[],
): Promise<string[]> {
	const { service } = moment;
	const uncommitted = openBlocks(dataset);
	for (const wanted of list) refuseUnknown(service, dataset, wanted);
	if (underway.has(dataset)) throw conflict('InvalidPrerequisite', 'A commit is under way.');
	underway.add(dataset);
	try {
		const names = list.map(({ id }) => blobName(dataset, id));
		const written = await service.blobs.write(dataset.id, joined(service, names));
		const error = await examineContent(service, dataset, written);
		if (!service.store.get('datasets', dataset.id)) {
			service.blobs.removeAll(dataset.id);
			throw absent();
		}
		const committed = Object.fromEntries(list.map(({ id }) => [id, uncommitted[id]]));
		dataset.blocks = { committed, uncommitted: {} };
		startImport(moment, dataset, error);
		return Object.keys(uncommitted).map((id) => blobName(dataset, id));
	} finally {
		underway.delete(dataset);
	}
}

function refuseUnknown(service: Service, dataset: DatasetRecord, { kind, id }: WantedBlock) {
	// Nothing is committed before the first commit, and after it the dataset takes no more blocks.
	const known = kind !== 'Committed' && Object.hasOwn(openBlocks(dataset), id);
	if (known && service.blobs.has(blobName(dataset, id))) return;
	throw invalid('InvalidPayload', `There is no such block: ${kind} '${id}'.`);
}

async function* joined(service: Service, names: string[]) {
	for (const name of names) yield* service.blobs.stream(name);
}
