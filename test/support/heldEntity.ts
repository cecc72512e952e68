import type { ShownEntity } from './answer.mts';
import type { Emulator } from './emulator';

/** The entity of that id in an emulator; an error when there is none. */
export function heldEntity(emulator: Emulator, collection: string, id: string): ShownEntity {
	const entity = emulator.get(collection, id);
	if (!entity) throw new Error(`The emulator holds no ${id} in ${collection}`);
	return entity;
}
