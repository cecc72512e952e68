import fs from 'node:fs';
import path from 'node:path';

/** Keeps the state in a file: whole or not at all, many changes in one write. */
class StateFile {
	file: any;
	snapshot: any;
	dirty: any;

	constructor(file: string | undefined, snapshot: () => object) {
		this.file = file && path.resolve(file);
		this.snapshot = snapshot;
		this.dirty = false;
	}

	/** The saved state, or undefined when there is none yet. */
	read() {
		if (!this.file || !fs.existsSync(this.file)) return undefined;
		try {
			return JSON.parse(fs.readFileSync(this.file, 'utf8'));
		} catch (error) {
			throw new Error(`The state file ${this.file} cannot be read: ${String(error)}`);
		}
	}

	/** Notes a change; it is written before the next answer leaves, or when this turn of the event loop ends. */
	touch() {
		if (!this.file || this.dirty) return;
		this.dirty = true;
		setImmediate(() => this.flush());
	}

	/** Writes pending changes. Synchronous, so that an answer never tells of something a kill -9 could undo. */
	flush() {
		if (!this.file || !this.dirty) return;
		this.dirty = false;
		fs.mkdirSync(path.dirname(this.file), { recursive: true });
		const draft = `${this.file}.${process.pid}.tmp`;
		fs.writeFileSync(draft, JSON.stringify(this.snapshot(), null, '\t'));
		fs.renameSync(draft, this.file);
	}
}

export { StateFile };
