import type { ApiHost } from '../api/apiHost.mts';
import { isObject } from '../domain/json.mts';
import type { CopyAuthorization } from '../domain/records.mts';
import { COLLECTIONS, type Lists } from '../domain/store/store.mts';
import type { ClockState } from '../domain/time/clock.mts';
import type { EmulatorOptions } from './options.mts';

const VERSION = 2;

export interface SavedState {
	version: typeof VERSION;
	secret: string;
	key: string;
	clientSecret: string;
	clock: ClockState;
	entities: Lists;
	/** Missing in a file from before they were remembered. */
	authorizations?: CopyAuthorization[];
}

/** The whole state as plain JSON. */
export function snapshotOf({ secret, access, options, service }: ApiHost): SavedState {
	return {
		version: VERSION,
		secret,
		key: access.key,
		clientSecret: options.oauth.clientSecret,
		clock: service.clock.snapshot(),
		entities: service.store.snapshot(),
		authorizations: [...service.authorizations.values()],
	};
}

/**
 * Goes on from a saved state. A clock, key or secret given by hand wins over the saved one.
 * @param saved what the state file holds; of another version it is an error
 */
export function restore(host: ApiHost, saved: unknown, given: EmulatorOptions) {
	if (!isSavedState(saved)) throw new Error('The state file is of another version');
	const { service, access, options } = host;
	host.secret = saved.secret;
	service.store.restore(saved.entities);
	for (const one of saved.authorizations ?? []) service.authorizations.set(one.id, one);
	if (given.key === undefined) access.key = saved.key;
	if (given.oauth?.clientSecret === undefined) options.oauth.clientSecret = saved.clientSecret;
	if (given.now === undefined) service.clock.restore(saved.clock);
	if (given.speed !== undefined) service.clock.setSpeed(given.speed);
}

/** Whether it is what this version writes; the records in it are trusted. */
function isSavedState(value: unknown): value is SavedState {
	if (!isObject(value) || value.version !== VERSION) return false;
	const { secret, key, clientSecret, clock, entities } = value;
	const texts = [secret, key, clientSecret].every((text) => typeof text === 'string');
	return texts && isClockState(clock) && isLists(entities);
}

function isClockState(value: unknown): value is ClockState {
	if (!isObject(value)) return false;
	return [value.anchor, value.anchorReal, value.speed].every((part) => typeof part === 'number');
}

function isLists(value: unknown): value is Lists {
	return isObject(value) && COLLECTIONS.every((name) => Array.isArray(value[name]));
}
