import { sleep } from 'n8n-workflow';

import { LIMIT, POLICIES } from './policies';

/** A request is taken to have reached the service after this long, even when no answer has come yet. */
const UNDER_WAY_MS = 10_000;
/**
 * Longest time all requests are held back for: as long as one of them is tried. A longer `Retry-After` may concern one
 * operation only, and after the pricing tier was raised nobody should have to restart n8n.
 */
const LONGEST_HOLD_MS = POLICIES.ask.patienceMs;
/** Longest sleep before the line is looked through again: the clock may have been set, and who waits may give up. */
const SLICE_MS = 1_000;

/** A request that counts towards the limit until `freeAt`, in milliseconds since the epoch. */
interface Slot {
	freeAt: number;
}

interface Waiting extends Request {
	since: number;
	/** Ends the wait, with a turn or without one. */
	end: (turn: Turn | null) => void;
}

/** The permission to send one request. */
export interface Turn {
	/**
	 * To be called once the request is over.
	 *
	 * @param holdBackSeconds How long the service asked to send it nothing at all; 0 when it did not.
	 */
	over(holdBackSeconds: number): void;
}

/** Who asks for a turn. */
export interface Request {
	/** Its place in the line, of `nextPlace`; kept when the request is repeated. */
	place: number;
	/** Longest wait for the turn, in milliseconds. */
	turnMs: number;
	/** Ends the wait when the execution is stopped. */
	signal?: AbortSignal;
}

let places = 0;

/** A place at the end of the line. Those who came first are served first, also when they come again. */
export function nextPlace(): number {
	return ++places;
}

/**
 * Keeps the requests of this process to one Speech resource within the service's limit, in a sliding window. A request
 * counts until 10 seconds after its answer, since only then it is sure to have reached the service: so the service sees
 * no more than the limit in any 10 seconds, however unequal the times are that requests are under way.
 */
export class RateGovernor {
	private slots: Slot[] = [];
	private line: Waiting[] = [];
	private heldUntil = 0;
	private isServing = false;

	/**
	 * Waits for the turn to send a request; at once while the limit is not reached and nobody waits.
	 *
	 * @returns null when the turn did not come in time, or within a second after the execution was stopped.
	 */
	async turn(asking: Request): Promise<Turn | null> {
		if (asking.signal?.aborted) return null;
		const now = Date.now();
		if (this.line.length === 0 && this.delay(now) === 0) return this.take(now);
		return await new Promise((end) => this.join({ ...asking, since: now, end }));
	}

	/** Whether nothing is left to remember. */
	get isIdle(): boolean {
		const now = Date.now();
		this.forget(now);
		return this.slots.length === 0 && this.line.length === 0 && this.heldUntil <= now;
	}

	private join(waiting: Waiting): void {
		const later = this.line.findIndex(({ place }) => place > waiting.place);
		this.line.splice(later === -1 ? this.line.length : later, 0, waiting);
		if (!this.isServing) void this.serve();
	}

	/** Gives turns as they come free, until nobody waits any more. */
	private async serve(): Promise<void> {
		this.isServing = true;
		while (this.line.length > 0) {
			const now = Date.now();
			const leaving = this.line.filter((waiting) => isOver(waiting, now));
			if (leaving.length > 0) this.line = this.line.filter((waiting) => !isOver(waiting, now));
			for (const { end } of leaving) end(null);
			while (this.line.length > 0 && this.delay(now) === 0) this.line.shift()?.end(this.take(now));
			if (this.line.length > 0) await sleep(Math.min(this.delay(now), SLICE_MS));
		}
		this.isServing = false;
	}

	private take(now: number): Turn {
		const slot: Slot = { freeAt: now + UNDER_WAY_MS + LIMIT.windowMs };
		this.slots.push(slot);
		return {
			over: (holdBackSeconds) => {
				const end = Date.now();
				slot.freeAt = Math.min(slot.freeAt, end + LIMIT.windowMs);
				const holdMs = Math.min(holdBackSeconds * 1000, LONGEST_HOLD_MS);
				if (holdMs > 0) this.heldUntil = Math.max(this.heldUntil, end + holdMs);
			},
		};
	}

	/** Milliseconds until the next request may be sent. */
	private delay(now: number): number {
		this.forget(now);
		const isFull = this.slots.length >= LIMIT.requests;
		const freeAt = isFull ? Math.min(...this.slots.map((slot) => slot.freeAt)) : now;
		return Math.max(0, freeAt - now, this.heldUntil - now);
	}

	/** Drops what is over; nothing lasts longer than it may, even when the clock was set back. */
	private forget(now: number): void {
		this.slots = this.slots.filter(({ freeAt }) => freeAt > now);
		const latest = now + UNDER_WAY_MS + LIMIT.windowMs;
		for (const slot of this.slots) slot.freeAt = Math.min(slot.freeAt, latest);
		this.heldUntil = Math.min(this.heldUntil, now + LONGEST_HOLD_MS);
	}
}

function isOver({ since, turnMs, signal }: Waiting, now: number): boolean {
	return (signal?.aborted ?? false) || now - since >= turnMs;
}

/** One for each resource that was asked lately, by its host: keys and tokens of a resource share its limit. */
const governors = new Map<string, RateGovernor>();

/** The governor of a resource. Not to be kept: that of an idle resource is forgotten. */
export function governorOf(origin: string): RateGovernor {
	for (const [host, { isIdle }] of governors) if (isIdle) governors.delete(host);
	const { host } = new URL(origin);
	const governor = governors.get(host) ?? new RateGovernor();
	governors.set(host, governor);
	return governor;
}

/** How many resources are remembered. */
export function governorCount(): number {
	return governors.size;
}
