const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const FOLDER = join(__dirname, '../../../../shared/sample-data');

/** The published samples, when they lie beside the repository: path and content. */
function publishedSamples() {
	if (!existsSync(FOLDER)) return [];
	return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /[/\\][a-z]{2}-[A-Z]{2}[/\\]/.test(entry.parentPath))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => ({ path: relative(FOLDER, path), content: readFileSync(path) }));
}

module.exports = { publishedSamples };
