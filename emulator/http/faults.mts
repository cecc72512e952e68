export interface Fault {
	method?: string;
	path?: string | RegExp;
	times?: number;
	skip?: number;
	kind:
		| 'status'
		| 'dropBefore'
		| 'dropAfter'
		| 'cutBody'
		| 'html'
		| 'malformed'
		| 'slow'
		| 'slowBody'
		| 'foreignLinks';
	status?: number;
	headers?: Record<string, string>;
	body?: any;
	delayMs?: number;
	origin?: string;
	field?: '@nextLink' | 'self';
}

/** @type {Record<Fault['kind'], (keyof Fault)[]>} */
const NEEDS: Record<Fault['kind'], (keyof Fault)[]> = {
	status: ['status'],
	dropBefore: [],
	dropAfter: [],
	cutBody: [],
	html: [],
	malformed: [],
	slow: ['delayMs'],
	slowBody: ['delayMs'],
	foreignLinks: ['origin', 'field'],
};

/** Kinds that answer in place of the service: nothing else happens. */
const INSTEAD = new Set(['status', 'dropBefore', 'html']);

/** Faults waiting to strike, in the order they were added. */
class Faults {
	waiting: (Fault & { times: number; skip: number })[];

	constructor() {
		/** @type {(Fault & { times: number, skip: number })[]} */
		this.waiting = [];
	}

	/** @param {Fault} fault */
	add(fault: Fault) {
		const needs = NEEDS[fault.kind];
		if (!needs) throw new Error(`Unknown kind of fault '${String(fault.kind)}'`);
		for (const name of needs) {
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
	take(method: string, path: string) {
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

export { Faults, INSTEAD };
