import { randomBytes } from 'node:crypto';
import { limitsWith } from './content/limits.mts';
import { defaultDurations } from './time/durations.mts';
import { defaultQuirks } from './quirks.mts';

export interface EmulatorOptions {
	port?: number;
	host?: string;
	key?: string;
	seed?: 'empty' | 'bare' | 'demo' | 'large' | string | Record<string, any>;
	stateFile?: string;
	speed?: number;
	now?: string | Date;
	retryAfterSeconds?: number | null;
	pageSize?: number;
	apiVersions?: string[];
	rateLimit?: boolean;
	durations?: Partial<import('./time/durations.mts').Durations>;
	quirks?: Partial<import('./quirks.mts').Quirks>;
	limits?: Partial<import('./content/limits.mts').Limits>;
	oauth?: { clientId?: string; clientSecret?: string; tokenLifetimeSeconds?: number };
}

const KNOWN = new Set(
	(
		'port host key seed stateFile speed now retryAfterSeconds pageSize apiVersions rateLimit ' +
		'durations quirks limits oauth'
	).split(' '),
);

/**
 * Fills in defaults and refuses options nobody knows, so that a typo in a test cannot go unseen.
 */
function resolveOptions(given: EmulatorOptions) {
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

export { resolveOptions };
