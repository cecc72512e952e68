const WINDOW_MS = 10_000;
const MOST = 100;

/** The service's quota: 100 management requests in 10 seconds of real time, for the whole resource. */
class RateLimit {
	recent: number[];

	constructor() {
		/** @type {number[]} */
		this.recent = [];
	}

	/** Counts a request; returns the seconds to wait when it is one too many. */
	hit() {
		const now = Date.now();
		this.recent = this.recent.filter((moment) => moment > now - WINDOW_MS);
		if (this.recent.length >= MOST) {
			return Math.max(1, Math.ceil((this.recent[0] + WINDOW_MS - now) / 1000));
		}
		this.recent.push(now);
		return undefined;
	}
}

export { RateLimit };
