const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const OWN = join(__dirname, '../../workflows/sample-data');

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

module.exports = { ownSamples };
