import fs from 'node:fs';
import path from 'node:path';
import { installedModules } from './paths.mts';

const REQUIRED_MAJOR = 24;

/**
 * The Node.js that runs n8n: n8n needs a newer one than this package, so it comes from npm as well.
 *
 *   `searchPath` is a PATH on which it comes first, for what is started in turn
 */
function nodeForN8n(): { executable: string; searchPath: string; headers: string | undefined } {
	const packaged = path.join(installedModules, `node-${process.platform}-${process.arch}`);
	const executable = path.join(packaged, 'bin', 'node');
	if (fs.existsSync(executable)) {
		return { executable, searchPath: firstOnPath(executable), headers: packaged };
	}

	const runningMajor = Number(process.versions.node.split('.')[0]);
	if (runningMajor < REQUIRED_MAJOR) {
		throw new Error(
			`n8n needs Node.js ${REQUIRED_MAJOR}, and none is installed for ${process.platform} ${process.arch}. ` +
				`Run this command with Node.js ${REQUIRED_MAJOR} or newer.`,
		);
	}
	return {
		executable: process.execPath,
		searchPath: firstOnPath(process.execPath),
		headers: undefined,
	};
}

function firstOnPath(executable) {
	return [path.dirname(executable), process.env.PATH].join(path.delimiter);
}

export { nodeForN8n };
