import { randomBytes } from 'node:crypto';
import type { SignInOptions } from '../api/http/tokens.mts';
import { limitsWith } from '../domain/content/limits.mts';
import { changeQuirks, defaultQuirks, type Quirks } from '../domain/quirks.mts';
import { defaultDurations, type Durations } from '../domain/time/durations.mts';
import type { Seed } from './seeds/plant.mts';

const secret = () => randomBytes(16).toString('hex');

/** Every option by name: what can be given, and what it comes to. Types, defaults and checks follow from here. */
const OPTIONS = {
	port: (given = 0) => given,
	host: (given = '127.0.0.1') => given,
	key: (given = secret()) => given,
	seed: (given: Seed = 'empty') => given,
	stateFile: (given?: string) => given,
	speed: (given?: number) => given,
	now: (given?: string | Date) => given,
	retryAfterSeconds: (given: number | null = 1) => given,
	pageSize: (given = 100) => given,
	apiVersions: (given = ['2025-10-15', '2024-11-15']) => given,
	rateLimit: (given = false) => given,
	durations: (given: Partial<Durations> = {}): Durations => ({ ...defaultDurations, ...given }),
	quirks: (given: Partial<Quirks> = {}) => changeQuirks(defaultQuirks(), given),
	limits: limitsWith,
	oauth: (given: Partial<SignInOptions> = {}): SignInOptions => ({
		clientId: given.clientId ?? '00000000-0000-4000-8000-00000000c11e',
		clientSecret: given.clientSecret ?? secret(),
		tokenLifetimeSeconds: given.tokenLifetimeSeconds ?? 3599,
	}),
};

type Name = keyof typeof OPTIONS;

export type EmulatorOptions = { [N in Name]?: Parameters<(typeof OPTIONS)[N]>[0] };

export type Options = { [N in Name]: ReturnType<(typeof OPTIONS)[N]> };

const readers: { [N in Name]: (given: EmulatorOptions[N]) => Options[N] } = OPTIONS;

export const optionNames = Object.keys(OPTIONS).filter(isName);

/**
 * Fills in defaults and refuses options nobody knows, so that a typo in a test cannot go unseen.
 */
export function resolveOptions(given: EmulatorOptions): Options {
	for (const name of Object.keys(given)) {
		if (!isName(name)) throw new Error(`Unknown emulator option '${name}'`);
	}
	const options = Object.fromEntries(optionNames.map((name) => [name, resolveOne(name, given)]));
	if (!isComplete(options)) throw new Error('An option is missing');
	return options;
}

function resolveOne<N extends Name>(name: N, given: EmulatorOptions): Options[N] {
	return readers[name](given[name]);
}

function isName(name: string): name is Name {
	return Object.hasOwn(OPTIONS, name);
}

function isComplete(options: object): options is Options {
	return optionNames.every((name) => name in options);
}
