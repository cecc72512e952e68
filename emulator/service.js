'use strict';

const { randomBytes } = require('node:crypto');
const { Access } = require('./http/access.js');
const { Faults } = require('./http/faults.js');
const { RateLimit } = require('./http/rateLimit.js');
const { RequestLog } = require('./http/requestLog.js');
const { Tokens } = require('./http/tokens.js');
const { Hooks } = require('./hooks/hooks.js');
const { Blobs } = require('./store/blobs.js');
const { StateFile } = require('./store/stateFile.js');
const { Store } = require('./store/store.js');
const { Clock } = require('./time/clock.js');
const { Outcomes } = require('./time/outcomes.js');

/** @typedef {ReturnType<typeof import('./options.js').resolveOptions>} Options */

/** Everything one emulator knows; HTTP and the programmatic handle are two ways to reach it. */
class Service {
	/** @param {Options} options */
	constructor(options) {
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
	 * @param {string} version
	 */
	hasProjects(version) {
		return version !== '2024-11-15';
	}

	/**
	 * What a view needs to know besides the record.
	 * @param {string} [origin]
	 * @param {string} [version]
	 * @returns {import('./types.js').ViewContext}
	 */
	context(origin = this.url, version = this.options.apiVersions[0]) {
		return { service: this, origin, version, now: this.clock.now() };
	}

	/**
	 * Plans a job of some kind of work, with whatever end is scripted for it.
	 * @param {import('./types.js').Collection} collection
	 * @param {import('./types.js').EntityRecord} record
	 * @param {keyof import('./time/durations.js').Durations} work
	 * @param {number} now
	 */
	plan(collection, record, work, now) {
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
	 * @param {any} saved
	 */
	restore(saved) {
		if (saved.version !== 1) throw new Error('The state file is of another version');
		this.secret = saved.secret;
		this.store.restore(saved.entities);
		if (!this.options.keyGiven) this.access.key = saved.key;
		if (!this.options.oauth.secretGiven) this.options.oauth.clientSecret = saved.clientSecret;
		if (this.options.now === undefined) this.clock.restore(saved.clock);
		if (this.options.speed !== undefined) this.clock.setSpeed(this.options.speed);
	}
}

module.exports = { Service };
