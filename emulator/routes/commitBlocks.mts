import { conflict, invalidRequest, notFound } from '../http/apiError.mts';
import { takeContent } from '../content/takeContent.mts';
import { startImport } from '../rules/importContent.mts';
import { blobName, blocksOf } from './uploadedBlocks.mts';

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

export type Wanted = { kind: string; id: string };

/** @type {WeakSet<EntityRecord>} */
const underway: WeakSet<EntityRecord> = new WeakSet();

/**
 * Puts the blocks together in the order asked for and starts the import. Nothing of it is held in memory.
 */
async function commitBlocks(ctx: ViewContext, dataset: EntityRecord, list: Wanted[]) {
	const { service } = ctx;
	const blocks = blocksOf(dataset, 'uncommitted');
	for (const wanted of list) refuseUnknown(service, dataset, wanted);
	if (underway.has(dataset)) throw conflict('InvalidPrerequisite', 'A commit is under way.');
	underway.add(dataset);
	try {
		const names = list.map(({ id }) => blobName(dataset, id));
		const written = await service.blobs.write(dataset.id, joined(service, names));
		const error = await takeContent(service, dataset, written);
		if (!service.store.get('datasets', dataset.id)) {
			service.blobs.removeAll(dataset.id);
			throw notFound();
		}
		dataset.inner.committed = Object.fromEntries(list.map(({ id }) => [id, blocks[id]]));
		dataset.inner.uncommitted = {};
		startImport(ctx, dataset, error);
		service.changed();
		// Only now, because until the state is saved a restart would look for the blocks.
		service.stateFile.flush();
		for (const id of Object.keys(blocks)) service.blobs.remove(blobName(dataset, id));
	} finally {
		underway.delete(dataset);
	}
}

function refuseUnknown(
	service: import('../service.mts').Service,
	dataset: EntityRecord,
	{ kind, id }: Wanted,
) {
	// Nothing is committed before the first commit, and after it the dataset takes no more blocks.
	const known = kind !== 'Committed' && Object.hasOwn(blocksOf(dataset, 'uncommitted'), id);
	if (known && service.blobs.has(blobName(dataset, id))) return;
	throw invalidRequest('InvalidPayload', `There is no such block: ${kind} '${id}'.`);
}

async function* joined(service: import('../service.mts').Service, names: string[]) {
	for (const name of names) yield* service.blobs.stream(name);
}

export { commitBlocks };
