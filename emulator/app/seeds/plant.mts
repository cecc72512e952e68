import fs from 'node:fs';
import { isObject, type JsonObject } from '../../domain/json.mts';
import type { Service } from '../../domain/service.mts';
import { COLLECTIONS } from '../../domain/store/store.mts';
import { collectionNamed } from '../control/collectionNamed.mts';
import { placeEntity } from '../control/placeEntity.mts';
import { baseModelsAt } from './baseModels.mts';
import { demoAt } from './demo.mts';
import { largeAt } from './large.mts';

/** The name of a seed, a JSON file, or what such a file holds. */
export type Seed = string | JsonObject;

const BUILT_IN = new Map<string, (now: number) => object>([
	['bare', () => ({})],
	['empty', (now) => ({ baseModels: baseModelsAt(now) })],
	['demo', (now) => ({ baseModels: baseModelsAt(now), ...demoAt(now) })],
	['large', largeAt],
]);

/**
 * Fills a new emulator: `bare` with nothing, `empty` with base models only, `demo` with a story, `large` with all there
 * is after years, or with what an object or JSON file holds. Such an object has one array of entities per collection,
 * and starts from `empty` unless it says otherwise under `extends`.
 */
export function plant(service: Service, seed: Seed) {
	const builtIn = typeof seed === 'string' ? BUILT_IN.get(seed) : undefined;
	if (builtIn) {
		putAll(service, builtIn(service.clock.now()));
		return;
	}
	const given = typeof seed === 'string' ? readSeed(seed) : seed;
	const { extends: start = 'empty', ...entities } = given;
	if (typeof start !== 'string' || !BUILT_IN.has(start)) {
		throw new Error(`Unknown seed '${String(start)}'`);
	}
	plant(service, start);
	putAll(service, entities);
}

function putAll(service: Service, entities: object) {
	const lists = new Map(
		Object.entries(entities).map(([name, list]) => [collectionNamed(name), entitiesIn(name, list)]),
	);
	// In the order of the collections, so that what is referred to is there first.
	for (const name of COLLECTIONS) {
		for (const entity of lists.get(name) ?? []) placeEntity(service, name, entity);
	}
}

function entitiesIn(name: string, list: unknown): JsonObject[] {
	if (Array.isArray(list) && list.every(isObject)) return list;
	throw new Error(`'${name}' must be a list of entities`);
}

function readSeed(file: string): JsonObject {
	try {
		const seed: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
		if (isObject(seed)) return seed;
		throw new Error('it is no object');
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new Error(`The seed ${file} cannot be read: ${message}`);
	}
}
