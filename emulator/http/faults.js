'use strict';

/**
 * @typedef {object} Fault
 * @property {string} [method]
 * @property {string | RegExp} [path] substring or pattern of the path after /speechtotext
 * @property {number} [times] how often it strikes, 1 when left out
 * @property {number} [skip] how many matching requests pass first
 * @property {'status' | 'dropBefore' | 'dropAfter' | 'cutBody' | 'html' | 'malformed' | 'slow' | 'slowBody' | 'foreignLinks'} kind
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {any} [body]
 * @property {number} [delayMs]
 * @property {string} [origin]
 * @property {'@nextLink' | 'self'} [field]
 */

/** @type {Record<Fault['kind'], (keyof Fault)[]>} */
const NEEDS = {
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
	constructor() {
		/** @type {(Fault & { times: number, skip: number })[]} */
		this.waiting = [];
	}

	/** @param {Fault} fault */
	add(fault) {
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
	 * @param {string} method
	 * @param {string} path
	 */
	take(method, path) {
		const matching = this.waiting.filter((fault) => fits(fault, method, path));
		const struck = matching.find((fault) => fault.skip === 0);
		for (const fault of matching) if (fault.skip > 0) fault.skip -= 1;
		if (!struck) return undefined;
		struck.times -= 1;
		if (struck.times <= 0) this.waiting = this.waiting.filter((fault) => fault !== struck);
		return struck;
	}
}

/**
 * @param {Fault} fault
 * @param {string} method
 * @param {string} path
 */
function fits(fault, method, path) {
	if (fault.method && fault.method.toUpperCase() !== method) return false;
	if (fault.path === undefined) return true;
	// search, unlike test, keeps no position in a pattern with the g flag.
	return fault.path instanceof RegExp ? path.search(fault.path) >= 0 : path.includes(fault.path);
}

module.exports = { Faults, INSTEAD };
