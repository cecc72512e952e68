const { existsSync } = require('node:fs');
const { basename, join } = require('node:path');
const manifest = require('../../package.json');

const root = join(__dirname, '..', '..');

/** @param {string} built path under dist as package.json registers it */
const sourceOf = (built) => join(root, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));

/** @param {string} source path of a `X.node.ts` or `X.credentials.ts`, whose class is called X */
function instanceFrom(source) {
	const className = basename(source).split('.')[0];
	return new (require(source)[className])();
}

/** @param {string[]} builtPaths */
const instances = (builtPaths) => builtPaths.map(sourceOf).filter(existsSync).map(instanceFrom);

/** Every node class package.json registers, as n8n would load it. */
const registeredNodes = () => instances(manifest.n8n.nodes);

/** Every credential class package.json registers. */
const registeredCredentials = () => instances(manifest.n8n.credentials);

module.exports = { registeredNodes, registeredCredentials };
