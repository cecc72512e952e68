import fs from 'node:fs';
import { placeEntity } from '../control/put.mts';
import { COLLECTIONS } from '../store/store.mts';
import { baseModelsAt } from './baseModels.mts';
import { demoAt } from './demo.mts';
import { largeAt } from './large.mts';

/**
 * Fills a new emulator: `bare` with nothing, `empty` with base models only, `demo` with a story, `large` with all there
 * is after years, or with what an object or JSON file holds. Such an object has one array of entities per collection, and starts from `empty`
 * unless it says otherwise under `extends`.
 */
function plant(service: import('../service.mts').Service, seed: string | Record<string, any>) {
	const now = service.clock.now();
	if (seed === 'bare') return;
	if (seed === 'empty') return putAll(service, { baseModels: baseModelsAt(now) });
	if (seed === 'demo') return putAll(service, { baseModels: baseModelsAt(now), ...demoAt(now) });
	if (seed === 'large') return putAll(service, largeAt(now));
	const given = typeof seed === 'string' ? readSeed(seed) : seed;
	const { extends: start = 'empty', ...entities } = given;
	if (!['bare', 'empty', 'demo', 'large'].includes(start))
		throw new Error(`Unknown seed '${start}'`);
	plant(service, start);
	putAll(service, entities);
}

function putAll(service: import('../service.mts').Service, entities: Record<string, any[]>) {
	for (const name of Object.keys(entities)) {
		if (!COLLECTIONS.some((known) => known === name))
			throw new Error(`Unknown collection '${name}'`);
	}
	// In the order of the collections, so that what is referred to is there first.
	for (const name of COLLECTIONS) {
		for (const entity of entities[name] ?? []) placeEntity(service, name, entity);
	}
}

/** @param {string} file */
function readSeed(file: string) {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8'));
	} catch (error) {
		throw new Error(`The seed ${file} cannot be read: ${(error as Error).message}`);
	}
}

export { plant };
