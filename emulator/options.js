'use strict';

const { randomBytes } = require('node:crypto');
const { limitsWith } = require('./content/limits.js');
const { defaultDurations } = require('./time/durations.js');
const { defaultQuirks } = require('./quirks.js');

/**
 * @typedef {object} EmulatorOptions
 * @property {number} [port] 0 picks a free one
 * @property {string} [host]
 * @property {string} [key]
 * @property {'empty' | 'bare' | 'demo' | 'large' | string | Record<string, any>} [seed]
 * @property {string} [stateFile]
 * @property {number} [speed]
 * @property {string | Date} [now] start of the clock
 * @property {number | null} [retryAfterSeconds]
 * @property {number} [pageSize]
 * @property {string[]} [apiVersions]
 * @property {boolean} [rateLimit]
 * @property {Partial<import('./time/durations.js').Durations>} [durations]
 * @property {Partial<import('./quirks.js').Quirks>} [quirks]
 * @property {Partial<import('./content/limits.js').Limits>} [limits]
 * @property {{ clientId?: string, clientSecret?: string, tokenLifetimeSeconds?: number }} [oauth]
 */

const KNOWN = new Set(
	(
		'port host key seed stateFile speed now retryAfterSeconds pageSize apiVersions rateLimit ' +
		'durations quirks limits oauth'
	).split(' '),
);

/**
 * Fills in defaults and refuses options nobody knows, so that a typo in a test cannot go unseen.
 * @param {EmulatorOptions} given
 */
function resolveOptions(given) {
	for (const name of Object.keys(given)) {
		if (!KNOWN.has(name)) throw new Error(`Unknown emulator option '${name}'`);
	}
	return {
		port: given.port ?? 0,
		host: given.host ?? '127.0.0.1',
		key: given.key ?? randomBytes(16).toString('hex'),
		keyGiven: given.key !== undefined,
		seed: given.seed ?? 'empty',
		stateFile: given.stateFile,
		speed: given.speed,
		now: given.now,
		retryAfterSeconds: given.retryAfterSeconds === undefined ? 1 : given.retryAfterSeconds,
		pageSize: given.pageSize ?? 100,
		apiVersions: given.apiVersions ?? ['2025-10-15', '2024-11-15'],
		rateLimit: given.rateLimit ?? false,
		durations: { ...defaultDurations, ...given.durations },
		quirks: { ...defaultQuirks, ...given.quirks },
		limits: limitsWith(given.limits),
		oauth: {
			clientId: given.oauth?.clientId ?? '00000000-0000-4000-8000-00000000c11e',
			clientSecret: given.oauth?.clientSecret ?? randomBytes(16).toString('hex'),
			secretGiven: given.oauth?.clientSecret !== undefined,
			tokenLifetimeSeconds: given.oauth?.tokenLifetimeSeconds ?? 3599,
		},
	};
}

module.exports = { resolveOptions };
