const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { basename, dirname, join, resolve } = require('node:path');

const root = join(__dirname, '..', '..');
const manifest = require('../../package.json');

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
const textOf = (path) => readFileSync(join(root, path), 'utf8');

/** The TypeScript that is shipped: nodes/ and credentials/. */
const shippedSources = () =>
	repositoryFiles().filter((path) => /^(nodes|credentials)\/.*\.ts$/.test(path));

/** @param {string} built a path under dist from package.json */
const sourceOf = (built) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** @param {string} source a `X.node.ts` or `X.credentials.ts` whose class is called X */
function instanceOf(source) {
	const className = basename(source).split('.')[0];
	return new (require(join(root, source))[className])();
}

/** @param {string} source @param {string} reference `file:...` as an icon names it */
const iconPath = (source, reference) =>
	resolve(root, dirname(source), reference.replace(/^file:/, ''));

module.exports = {
	root,
	manifest,
	repositoryFiles,
	textOf,
	shippedSources,
	sourceOf,
	instanceOf,
	iconPath,
};
