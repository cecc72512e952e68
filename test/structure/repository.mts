import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

export { manifest };
export { credentialIn, nodeIn, sourceOf } from '../support/registeredTypes.mts';

export const root = join(import.meta.dirname, '..', '..');

/** Every file git knows or would add, relative to the root; nothing that is ignored. */
export function repositoryFiles(): string[] {
	const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
		cwd: root,
	});
	return listed
		.toString()
		.split('\0')
		.filter((path) => path !== '' && existsSync(join(root, path)));
}

/** @param path relative to the root */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The TypeScript that is shipped: nodes/ and credentials/. */
export const shippedSources = (): string[] =>
	repositoryFiles().filter((path) => /^(nodes|credentials)\/.*\.ts$/.test(path));

/** @param reference `file:...` as an icon names it */
export const iconPath = (source: string, reference: string): string =>
	resolve(root, dirname(source), reference.replace(/^file:/, ''));
