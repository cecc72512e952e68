import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
import manifest from '../../package.json' with { type: 'json' };

const require = createRequire(import.meta.url);

/** Every file git knows or would add, relative to the root; nothing that is ignored. */
function repositoryFiles() {
	const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
		cwd: root,
	});
	return listed
		.toString()
		.split('\0')
		.filter((path) => path !== '' && existsSync(join(root, path)));
}

/** @param {string} path relative to the root */
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** The TypeScript that is shipped: nodes/ and credentials/. */
const shippedSources = () =>
	repositoryFiles().filter((path) => /^(nodes|credentials)\/.*\.ts$/.test(path));

/** @param {string} built a path under dist from package.json */
const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** @param {string} source a `X.node.ts` or `X.credentials.ts` whose class is called X */
function instanceOf(source: string) {
	const className = basename(source).split('.')[0];
	return new (require(join(root, source))[className])();
}

/** @param {string} source @param {string} reference `file:...` as an icon names it */
const iconPath = (source: string, reference: string) =>
	resolve(root, dirname(source), reference.replace(/^file:/, ''));

export { root, manifest, repositoryFiles, textOf, shippedSources, sourceOf, instanceOf, iconPath };
