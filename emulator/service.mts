import { randomBytes } from 'node:crypto';
import { Access } from './http/access.mts';
import { Faults } from './http/faults.mts';
import { RateLimit } from './http/rateLimit.mts';
import { RequestLog } from './http/requestLog.mts';
import { Tokens } from './http/tokens.mts';
import { Hooks } from './hooks/hooks.mts';
import { Blobs } from './store/blobs.mts';
import { StateFile } from './store/stateFile.mts';
import { Store } from './store/store.mts';
import { Clock } from './time/clock.mts';
import { Outcomes } from './time/outcomes.mts';

export type Options = ReturnType<typeof import('./options.mts').resolveOptions>;

/** Everything one emulator knows; HTTP and the programmatic handle are two ways to reach it. */
class Service {
	options: any;
	quirks: any;
	clock: any;
	store: any;
	outcomes: any;
	blobs: any;
	stateFile: any;
	tokens: any;
	access: any;
	faults: any;
	rateLimit: any;
	log: any;
	hooks: any;
	closing: any;
	secret: any;
	url: any;

	/** @param {Options} options */
	constructor(options: Options) {
		this.options = options;
		this.quirks = options.quirks;
		this.clock = new Clock(options);
		this.store = new Store();
		this.outcomes = new Outcomes();
		this.blobs = new Blobs(options.stateFile);
		this.stateFile = new StateFile(options.stateFile, () => this.snapshot());
		this.tokens = new Tokens(options.oauth);
		this.access = new Access(options.key, this.tokens);
		this.faults = new Faults();
		this.rateLimit = options.rateLimit ? new RateLimit() : undefined;
		this.log = new RequestLog();
		this.hooks = new Hooks(this);
		this.closing = new AbortController();
		this.secret = randomBytes(16).toString('hex');
		this.url = '';
	}

	/**
	 * Projects came back with 2025-10-15.
	 */
	hasProjects(version: string) {
		return version !== '2024-11-15';
	}

	/**
	 * What a view needs to know besides the record.
	 */
	context(
		origin: string = this.url,
		version: string = this.options.apiVersions[0],
	): import('./types.mts').ViewContext {
		return { service: this, origin, version, now: this.clock.now() };
	}

	/**
	 * Plans a job of some kind of work, with whatever end is scripted for it.
	 */
	plan(
		collection: import('./types.mts').Collection,
		record: import('./types.mts').EntityRecord,
		work: keyof import('./time/durations.mts').Durations,
		now: number,
	) {
		record.inner.announced = Math.min(record.inner.announced ?? 0, 1);
		const { durations } = this.options;
		return this.outcomes.plan({
			collection,
			record,
			now,
			queuedMs: durations.queued,
			durationMs: durations[work],
		});
	}

	/** To be called after every change: saves, and tells web hooks. */
	changed() {
		this.hooks.observe();
		this.stateFile.touch();
	}

	/** The whole state as plain JSON. */
	snapshot() {
		return {
			version: 1,
			secret: this.secret,
			key: this.access.key,
			clientSecret: this.options.oauth.clientSecret,
			clock: this.clock.snapshot(),
			entities: this.store.snapshot(),
		};
	}

	/**
	 * Goes on from a saved state. A clock, key or secret given by hand wins over the saved one.
	 */
	restore(saved: any) {
		if (saved.version !== 1) throw new Error('The state file is of another version');
		this.secret = saved.secret;
		this.store.restore(saved.entities);
		if (!this.options.keyGiven) this.access.key = saved.key;
		if (!this.options.oauth.secretGiven) this.options.oauth.clientSecret = saved.clientSecret;
		if (this.options.now === undefined) this.clock.restore(saved.clock);
		if (this.options.speed !== undefined) this.clock.setSpeed(this.options.speed);
	}
}

export { Service };
