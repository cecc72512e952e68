/** What each kind of fault needs to be told. */
const NEEDS = {
	status: ['status'],
	stranger: ['status'],
	dropBefore: [],
	dropAfter: [],
	cutBody: [],
	html: [],
	malformed: [],
	slow: ['delayMs'],
	slowBody: ['delayMs'],
	foreignLinks: ['origin', 'field'],
} as const;

export interface Fault {
	kind: keyof typeof NEEDS;
	method?: string;
	path?: string | RegExp;
	times?: number;
	skip?: number;
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	delayMs?: number;
	origin?: string;
	field?: '@nextLink' | 'self';
}

type WaitingFault = Fault & { times: number; skip: number };

/** Kinds that answer in place of the service: nothing else happens. */
const INSTEAD = new Set<Fault['kind']>(['status', 'stranger', 'dropBefore', 'html']);

export function answersInstead({ kind }: Fault) {
	return INSTEAD.has(kind);
}

/**
 * Checks the name of a kind of fault that came from outside.
 */
export function isFaultKind(name: unknown): name is Fault['kind'] {
	return typeof name === 'string' && Object.hasOwn(NEEDS, name);
}

/** Faults waiting to strike, in the order they were added. */
export class Faults {
	private waiting: WaitingFault[] = [];

	add(fault: Fault) {
		if (!isFaultKind(fault.kind)) throw new Error(`Unknown kind of fault '${String(fault.kind)}'`);
		for (const name of NEEDS[fault.kind]) {
			if (fault[name] === undefined) throw new Error(`A fault '${fault.kind}' needs '${name}'`);
		}
		this.waiting.push({ ...fault, times: fault.times ?? 1, skip: fault.skip ?? 0 });
	}

	/** Takes all back. */
	clear() {
		this.waiting = [];
	}

	/**
	 * The fault that strikes this request, used up by one.
	 */
	take(method: string, path: string): Fault | undefined {
		const matching = this.waiting.filter((fault) => fits(fault, method, path));
		const struck = matching.find((fault) => fault.skip === 0);
		for (const fault of matching) if (fault.skip > 0) fault.skip -= 1;
		if (!struck) return undefined;
		struck.times -= 1;
		if (struck.times <= 0) this.waiting = this.waiting.filter((fault) => fault !== struck);
		return struck;
	}
}

function fits(fault: Fault, method: string, path: string) {
	if (fault.method && fault.method.toUpperCase() !== method) return false;
	if (fault.path === undefined) return true;
	// search, unlike test, keeps no position in a pattern with the g flag.
	return fault.path instanceof RegExp ? path.search(fault.path) >= 0 : path.includes(fault.path);
}
