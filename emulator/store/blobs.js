'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** Contents of datasets and blocks: in memory, or beside the state file when there is one. */
class Blobs {
	/** @param {string | undefined} stateFile */
	constructor(stateFile) {
		this.directory = stateFile && `${path.resolve(stateFile)}.blobs`;
		/** @type {Map<string, Buffer>} */
		this.memory = new Map();
	}

	/** @param {string} name */
	fileOf(name) {
		return path.join(String(this.directory), encodeURIComponent(name));
	}

	/**
	 * @param {string} name
	 * @param {Buffer} content
	 */
	put(name, content) {
		if (!this.directory) return void this.memory.set(name, content);
		fs.mkdirSync(this.directory, { recursive: true });
		fs.writeFileSync(this.fileOf(name), content);
	}

	/**
	 * @param {string} name
	 * @returns {Buffer | undefined}
	 */
	get(name) {
		if (!this.directory) return this.memory.get(name);
		return fs.existsSync(this.fileOf(name)) ? fs.readFileSync(this.fileOf(name)) : undefined;
	}

	/** @param {string} name */
	remove(name) {
		if (!this.directory) return void this.memory.delete(name);
		fs.rmSync(this.fileOf(name), { force: true });
	}
}

module.exports = { Blobs };
