import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root, textOf } from '../structure/repository.mts';
import { KEPT, PAGE } from './keptScore.mts';
import { tableOf, type Counts } from './score.mts';

/** The table of the page. */
const TABLE = /^\| Room .*\n(\|.*\n)+/m;

/** Keeps counts, in the file and in the table of the page. */
export async function keep(counts: Counts): Promise<void> {
	const sorted = Object.fromEntries(
		Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)),
	);
	await write(KEPT, JSON.stringify(sorted));
	await write(PAGE, textOf(PAGE).replace(TABLE, `${tableOf(sorted)}\n`));
}

async function write(path: string, text: string): Promise<void> {
	const filepath = join(root, path);
	writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
