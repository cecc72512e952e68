'use strict';

const { conflict, invalidRequest, notFound } = require('../http/apiError.js');
const { takeContent } = require('../content/takeContent.js');
const { startImport } = require('../rules/importContent.js');
const { blobName, blocksOf } = require('./uploadedBlocks.js');

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {{ kind: string, id: string }} Wanted
 */

/** @type {WeakSet<EntityRecord>} */
const underway = new WeakSet();

/**
 * Puts the blocks together in the order asked for and starts the import. Nothing of it is held in memory.
 * @param {ViewContext} ctx
 * @param {EntityRecord} dataset
 * @param {Wanted[]} list
 */
async function commitBlocks(ctx, dataset, list) {
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

/**
 * @param {import('../service.js').Service} service
 * @param {EntityRecord} dataset
 * @param {Wanted} wanted
 */
function refuseUnknown(service, dataset, { kind, id }) {
	// Nothing is committed before the first commit, and after it the dataset takes no more blocks.
	const known = kind !== 'Committed' && Object.hasOwn(blocksOf(dataset, 'uncommitted'), id);
	if (known && service.blobs.has(blobName(dataset, id))) return;
	throw invalidRequest('InvalidPayload', `There is no such block: ${kind} '${id}'.`);
}

/**
 * @param {import('../service.js').Service} service
 * @param {string[]} names
 */
async function* joined(service, names) {
	for (const name of names) yield* service.blobs.stream(name);
}

module.exports = { commitBlocks };
