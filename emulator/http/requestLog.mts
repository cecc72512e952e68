export interface LoggedRequest {
	at: string;
	area: 'api' | 'content' | 'oauth';
	method: string;
	path: string;
	query: Record<string, any>;
	authorized: boolean;
	credentials: 'key' | 'token' | 'none';
	contentType: string | undefined;
	body: any;
	status: number | null;
	fault?: string;
}

const MOST = 10_000;

/** What was asked of the emulator, oldest first. */
class RequestLog {
	entries: LoggedRequest[];

	constructor() {
		/** @type {LoggedRequest[]} */
		this.entries = [];
	}

	/** @param {LoggedRequest} entry */
	add(entry: LoggedRequest) {
		this.entries.push(entry);
		if (this.entries.length > MOST) this.entries.shift();
		return entry;
	}

	/** @param {LoggedRequest['area'] | 'all'} [area] */
	list(area: LoggedRequest['area'] | 'all' = 'api') {
		return structuredClone(this.entries.filter((entry) => area === 'all' || entry.area === area));
	}

	/** Forgets all. */
	clear() {
		this.entries = [];
	}
}

export { RequestLog };
