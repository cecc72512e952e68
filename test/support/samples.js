const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const OWN = join(__dirname, '../../workflows/sample-data');
const PUBLISHED = join(__dirname, '../../../shared/sample-data');
/** The published ones lie in folders named after their locale. */
const LOCALE = /[a-z]{2,3}-[A-Z]{2}/;

/**
 * @typedef {object} Sample
 * @property {string} path
 * @property {string} locale
 * @property {Buffer} content
 */

/** The samples of this repository. @returns {Sample[]} */
const ownSamples = () =>
	readdirSync(OWN)
		.filter((name) => !/^make\.js$|^README/.test(name))
		.map((path) => ({ path, locale: 'en-US', content: readFileSync(join(OWN, path)) }));

/** Those Microsoft publishes, when they lie beside the repository. @returns {Sample[]} */
function publishedSamples() {
	if (!existsSync(PUBLISHED)) return [];
	return readdirSync(PUBLISHED, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
		.map((file) => ({ file, path: relative(PUBLISHED, file) }))
		.filter(({ path }) => LOCALE.test(path))
		.map(({ file, path }) => ({
			path,
			locale: LOCALE.exec(path)[0],
			content: readFileSync(file),
		}));
}

module.exports = { ownSamples, publishedSamples };
