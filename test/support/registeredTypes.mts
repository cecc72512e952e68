import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

const require = createRequire(import.meta.url);

const root = join(import.meta.dirname, '..', '..');

/** @param {string} built path under dist as package.json registers it */
const sourceOf = (built: string) =>
	join(root, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));

/** @param {string} source path of a `X.node.ts` or `X.credentials.ts`, whose class is called X */
function instanceFrom(source: string) {
	const className = basename(source).split('.')[0];
	return new (require(source)[className])();
}

/** @param {string[]} builtPaths */
const instances = (builtPaths: string[]) =>
	builtPaths.map(sourceOf).filter(existsSync).map(instanceFrom);

/** Every node class package.json registers, as n8n would load it. */
const registeredNodes = () => instances(manifest.n8n.nodes);

/** Every credential class package.json registers. */
const registeredCredentials = () => instances(manifest.n8n.credentials);

export { registeredNodes, registeredCredentials };
