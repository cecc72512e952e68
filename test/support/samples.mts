import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OWN = join(import.meta.dirname, '../../workflows/sample-data');

export interface Sample {
	path: string;
	locale: string;
	content: Buffer;
}

/** The samples of this repository. */
export const ownSamples = (): Sample[] =>
	readdirSync(OWN)
		.filter((name) => !/^(make\.mts|tsconfig\.json)$|^README/.test(name))
		.map((path) => ({ path, locale: 'en-US', content: readFileSync(join(OWN, path)) }));
