import { randomBytes } from 'node:crypto';
import type { ApiHost } from '../../api/apiHost.mts';
import type { Fault } from '../../api/http/faults.mts';
import type { LoggedRequest } from '../../api/http/requestLog.mts';
import { readOverrides } from '../../api/readOverrides.mts';
import { changeQuirks, type Quirks } from '../../domain/quirks.mts';
import { matches, rescript, type Outcome } from '../../domain/time/outcomes.mts';
import { collectionNamed } from './collectionNamed.mts';
import { contentsOf } from './contents.mts';
import { entitiesOf } from './entities.mts';
import { isWork } from './placeEntity.mts';

/** A script, in the shape of the API. */
export type ScriptedOutcome = Omit<Outcome, 'overrides'>;

/**
 * Everything a test or a person can do to an emulator besides its API.
 */
export function controlsOf(host: ApiHost) {
	return {
		...contentsOf(host),
		...entitiesOf(host),
		...clockOf(host),
		...outcomesOf(host),
		...accessOf(host),
		addFault: (fault: Fault) => {
			host.faults.add(fault);
		},
		clearFaults: () => {
			host.faults.clear();
		},
		requests: ({ area }: { area?: LoggedRequest['area'] | 'all' } = {}) => host.log.list(area),
		clearRequests: () => {
			host.log.clear();
		},
		setQuirks: (changes: Partial<Quirks>) => changeQuirks(host.service.quirks, changes),
	};
}

function clockOf(host: ApiHost) {
	const { clock } = host.service;
	return {
		now: () => new Date(clock.now()),
		advance: (milliseconds: number) => {
			clock.advance(milliseconds);
			host.changed();
		},
		setClock: (instant: string | Date) => {
			clock.set(instant);
			host.changed();
		},
		setSpeed: (speed: number) => {
			clock.setSpeed(speed);
			host.changed();
		},
	};
}

function outcomesOf(host: ApiHost) {
	const { outcomes, store, clock } = host.service;
	return {
		setOutcome: (outcome: ScriptedOutcome) => {
			const collection = collectionNamed(outcome.collection);
			const overrides = readOverrides(outcome.properties ?? {});
			const script = outcomes.add({ ...outcome, overrides });
			for (const record of store.all(collection)) {
				if (!isWork(record) || script.times === 0) continue;
				if (!matches(script, collection, record)) continue;
				if (rescript(script, record, clock.now())) outcomes.use(script);
			}
			host.changed();
		},
		clearOutcomes: () => {
			outcomes.clear();
		},
	};
}

function accessOf(host: ApiHost) {
	const { access, tokens } = host;
	return {
		expireKey: () => {
			access.expired = true;
		},
		rotateKey: (key: string = randomBytes(16).toString('hex')) => {
			access.rotate(key);
			host.changed();
			return key;
		},
		denyKey: (denied = true) => {
			access.denied = denied;
		},
		expireTokens: () => {
			tokens.expireAll();
		},
	};
}
