import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Written = { size: number; sha256: string };

/** More was to be written than the caller allows. */
class TooLarge extends Error {}

/**
 * Contents of datasets and their blocks, always on disk: beside the state file when there is one, else in a
 * temporary folder that goes when the emulator closes.
 */
class Blobs {
	lasting: any;
	temporary: string | undefined;
	closed: any;

	/** @param {string | undefined} stateFile */
	constructor(stateFile: string | undefined) {
		this.lasting = stateFile && `${path.resolve(stateFile)}.blobs`;
		/** @type {string | undefined} */
		this.temporary = undefined;
		this.closed = false;
	}

	/** Makes the folder, when it is first needed. */
	makeFolder() {
		if (this.closed) throw new Error('The emulator is closed');
		if (this.lasting) fs.mkdirSync(this.lasting, { recursive: true });
		else this.temporary ??= fs.mkdtempSync(path.join(os.tmpdir(), 'custom-speech-emulator-'));
	}

	/** @param {string} name */
	fileOf(name: string) {
		return path.join(this.lasting ?? this.temporary ?? os.devNull, encodeURIComponent(name));
	}

	/**
	 * Writes a blob, whole or not at all.
	 * @param most bytes
	 */
	async write(
		name: string,
		chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
		most: number = Infinity,
	): Promise<Written> {
		this.makeFolder();
		const file = this.fileOf(name);
		const draft = `${file}.${randomUUID()}.tmp`;
		const hash = createHash('sha256');
		let size = 0;
		const handle = await fs.promises.open(draft, 'w');
		try {
			for await (const chunk of chunks) {
				size += chunk.length;
				if (size > most) throw new TooLarge(`More than ${most} bytes`);
				hash.update(chunk);
				await handle.writeFile(chunk);
			}
			await handle.close();
			await fs.promises.rename(draft, file);
		} catch (error) {
			await handle.close().catch(() => undefined);
			await fs.promises.rm(draft, { force: true });
			throw error;
		}
		return { size, sha256: hash.digest('hex') };
	}

	/** @param {string} name */
	has(name: string) {
		return fs.existsSync(this.fileOf(name));
	}

	/** @param {string} name */
	size(name: string) {
		return this.has(name) ? fs.statSync(this.fileOf(name)).size : undefined;
	}

	get(name: string): Buffer | undefined {
		return this.has(name) ? fs.readFileSync(this.fileOf(name)) : undefined;
	}

	/** @param {string} name */
	stream(name: string) {
		return fs.createReadStream(this.fileOf(name));
	}

	/** @param {string} name */
	remove(name: string) {
		if (this.has(name)) fs.rmSync(this.fileOf(name));
	}

	/**
	 * Removes every blob whose name starts with an id.
	 */
	removeAll(id: string) {
		const folder = this.lasting ?? this.temporary;
		if (!folder || !fs.existsSync(folder)) return;
		for (const name of fs.readdirSync(folder)) {
			if (name.startsWith(id)) fs.rmSync(path.join(folder, name), { force: true });
		}
	}

	/** Ends all use, and takes a temporary folder away. */
	close() {
		this.closed = true;
		if (this.temporary) fs.rmSync(this.temporary, { recursive: true, force: true });
	}
}

export { Blobs, TooLarge };
