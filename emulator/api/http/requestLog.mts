import type { Fault } from './faults.mts';

export interface LoggedRequest {
	at: string;
	area: 'api' | 'content' | 'oauth';
	method: string;
	path: string;
	query: Record<string, string>;
	authorized: boolean;
	credentials: 'key' | 'token' | 'none';
	contentType: string | undefined;
	/** JSON as it came, or how many bytes. */
	body: unknown;
	status: number | null;
	fault?: Fault['kind'];
}

const MOST = 10_000;

/** What was asked of the emulator, oldest first. */
export class RequestLog {
	private entries: LoggedRequest[] = [];

	add(entry: LoggedRequest) {
		this.entries.push(entry);
		if (this.entries.length > MOST) this.entries.shift();
		return entry;
	}

	list(area: LoggedRequest['area'] | 'all' = 'api') {
		return structuredClone(this.entries.filter((entry) => area === 'all' || entry.area === area));
	}

	/** Forgets all. */
	clear() {
		this.entries = [];
	}
}
