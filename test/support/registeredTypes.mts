import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import manifest from '../../package.json' with { type: 'json' };

const require = createRequire(import.meta.url);

const root = join(import.meta.dirname, '..', '..');

/** The source, relative to the root, of what package.json registers under dist. */
export const sourceOf = (built: string): string =>
	built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** An instance of the class `X` in a source called `X.node.ts` or `X.credentials.ts`, as n8n makes one. */
function instanceIn(source: string): unknown {
	const className = basename(source).split('.')[0];
	const exported = require(join(root, source)) as Record<string, new () => unknown>;
	return new exported[className]();
}

/** The node in a source, as n8n would load it. */
export const nodeIn = (source: string): INodeType => instanceIn(source) as INodeType;

/** The credential type in a source, as n8n would load it. */
export const credentialIn = (source: string): ICredentialType =>
	instanceIn(source) as ICredentialType;

const sourcesOf = (built: string[]) =>
	built.map(sourceOf).filter((source) => existsSync(join(root, source)));

/** Every credential type package.json registers. */
export const registeredCredentials = (): ICredentialType[] =>
	sourcesOf(manifest.n8n.credentials).map(credentialIn);
