import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../structure/repository.mts';
import { pureFiles } from './pureFiles.mts';

/** A folder of the nodes, its pure files, and the folder of the tests that hold them. */
export interface Room {
	/** `TrainModel` or `shared/speech`; of a node with many files each folder, such as `UploadDataset/result`. */
	name: string;
	files: string[];
	/** Relative to the root. */
	tests: string;
}

/** The room of a file. */
const ROOM = /^nodes\/((?:TestModel|UploadDataset)(?:\/\w+)*|(?:shared\/)?\w+)\//;

/** The rooms of all pure files, by name. Each is judged by its own tests: those of others only happen to pass by. */
export function rooms(): Room[] {
	const byName = new Map<string, string[]>();
	for (const path of pureFiles()) {
		const name = ROOM.exec(path)?.[1];
		if (name === undefined) throw new Error(`${path} is in no room`);
		byName.set(name, [...(byName.get(name) ?? []), path]);
	}
	return [...byName].map(([name, files]) => ({ name, files, tests: testsOf(name) }));
}

function testsOf(room: string): string {
	const [name] = room.replace(/^shared\//, '').split('/');
	const path = `test/unit/${name[0].toLowerCase()}${name.slice(1)}`;
	if (!existsSync(join(root, path))) throw new Error(`No tests of ${room}: ${path} is missing`);
	return path;
}
