import type { Entity } from '../../../nodes/shared/speech/entities';
import {
	afterEarlyEnd,
	afterSighting,
	beginState,
	begunCase,
	isRefusedCredential,
	isUnsuccessful,
	memosOf,
	openCases,
	type Case,
	type Ended,
	type Outcome,
	type Unsuccessful,
	type Waiting,
} from '../../../nodes/shared/waiting/case';
import type { Sighting } from '../../../nodes/shared/waiting/jobs';
import { customModel, NOW } from '../entities';
import { refusal, silence } from '../failures';
import { modelJob } from './stubClient';

type AnyCase = Case<string, Entity>;

const job = modelJob(1);
const failure = { message: 'It broke.', advice: 'Mend it.' };
const waiting: Waiting<string, Entity> = { kind: 'waiting', job, memo: 'kept', lastSeen: null };

/** A case whose job, or the wait for it, ended as told. */
function ended(outcome: Outcome, entity: Entity | null = customModel()): Ended<string, Entity> {
	const rest = { gone: false, error: null } as const;
	const ending =
		outcome === 'succeeded'
			? { outcome, entity: entity ?? customModel(), ...rest }
			: ({ outcome, entity, ...rest } satisfies Unsuccessful<Entity>);
	return { kind: 'ended', job, memo: 'kept', ending, endedAt: NOW, polls: 3 };
}

/** An entity as it is kept while its job runs. */
const kept = (status: string) => ({
	self: customModel().self,
	displayName: 'Retail en-US',
	locale: 'en-US',
	status,
	createdDateTime: '2026-10-01T08:00:00Z',
	lastActionDateTime: '2026-10-01T08:42:00Z',
});

const byState: Array<[string, AnyCase, boolean, boolean]> = [
	['has nothing to wait for', { kind: 'idle', memo: 'kept' }, false, false],
	['waits', waiting, true, false],
	['succeeded', ended('succeeded'), false, false],
	['failed at the service', ended('failed'), false, true],
	['timed out', ended('timedOut'), false, true],
	['was interrupted', ended('interrupted'), false, true],
	['failed by itself', { kind: 'failed', failure, after: null }, false, true],
	['failed in what followed', { kind: 'failed', failure, after: ended('succeeded') }, false, true],
	['was not begun', { kind: 'notBegun' }, false, true],
];

describe('an item that', () => {
	it.each(byState)('%s is waited for, or has ended without success, or neither', (...state) => {
		const [, one, isOpen, isFailed] = state;
		expect(openCases(beginState(NOW, [one]))).toEqual(isOpen ? [one] : []);
		expect(isUnsuccessful(one)).toBe(isFailed);
	});
});

describe('what a wait remembers', () => {
	it.each<[string, string[], AnyCase]>([
		['has nothing to wait for', ['kept'], { kind: 'idle', memo: 'kept' }],
		['waits', ['kept'], waiting],
		['has ended', ['kept'], ended('failed')],
		['failed in what followed', ['kept'], { kind: 'failed', failure, after: ended('succeeded') }],
		['failed before it began', [], { kind: 'failed', failure, after: null }],
		['was not begun', [], { kind: 'notBegun' }],
	])('of an item that %s is %j', (_what, memos, one) => {
		expect(memosOf([one])).toEqual(memos);
	});

	it('is in the order of the items', () => {
		const second: AnyCase = { kind: 'idle', memo: 'second' };
		expect(memosOf([waiting, { kind: 'notBegun' }, second])).toEqual(['kept', 'second']);
	});
});

describe('a wait that begins', () => {
	it('has polled nothing, and no credential was refused', () => {
		expect(beginState(NOW, [waiting])).toEqual({
			startedAt: NOW,
			cases: [waiting],
			polls: 0,
			requests: 0,
			retryAfter: 0,
			refusedSince: null,
			hasAnswered: false,
		});
	});

	it('waits for an item with a job, and for none without', () => {
		expect(begunCase({ job, memo: 'kept' })).toEqual(waiting);
		expect(begunCase({ job: null, memo: 'kept' })).toEqual({ kind: 'idle', memo: 'kept' });
	});
});

describe('a poll of an item that waits', () => {
	const facts = { now: NOW, polls: 3, overdue: false, toleratesRefusal: false };
	const seen = (status: string): Sighting => ({ kind: 'seen', entity: customModel({ status }) });
	const refused = (status: number): Sighting => ({ kind: 'refused', error: refusal(status) });
	const unclear: Sighting = { kind: 'unclear', error: silence() };

	it('keeps of a running job what tells it, without what weighs', () => {
		expect(afterSighting(waiting, seen('Running'), facts)).toEqual({
			...waiting,
			lastSeen: kept('Running'),
		});
	});

	it('keeps the address of an endpoint, and no other link', () => {
		const links = { webSocket: 'wss://endpoint', logs: 'https://logs' };
		const entity: Entity = { ...customModel({ status: 'Running' }), links };
		expect(afterSighting(waiting, { kind: 'seen', entity }, facts)).toMatchObject({
			lastSeen: { links: { webSocket: 'wss://endpoint' } },
		});
		expect(
			afterSighting(waiting, { kind: 'seen', entity: { ...entity, links: {} } }, facts),
		).toEqual({ ...waiting, lastSeen: kept('Running') });
	});

	it('keeps what was seen before when it sees nothing', () => {
		const before = { ...waiting, lastSeen: customModel({ status: 'Running' }) };
		expect(afterSighting(before, unclear, facts)).toBe(before);
	});

	it('ends with the whole entity, its time and its number', () => {
		expect(afterSighting(waiting, seen('Succeeded'), facts)).toEqual(
			ended('succeeded', customModel({ status: 'Succeeded' })),
		);
	});

	it.each<[string, Sighting, boolean, boolean, Outcome | null]>([
		['a running job in time', seen('Running'), false, false, null],
		['a running job at the deadline', seen('Running'), true, false, 'timedOut'],
		['a job that ended at the deadline', seen('Failed'), true, false, 'failed'],
		['nothing in time', unclear, false, false, null],
		['nothing at the deadline', unclear, true, false, 'timedOut'],
		['a refused key', refused(401), false, false, 'interrupted'],
		['a refused key that may be renewed', refused(401), false, true, null],
		['a refused identity that may be renewed', refused(403), false, true, null],
		['a refused key at the deadline', refused(401), true, true, 'timedOut'],
		['another refusal, for which no key is to blame', refused(400), false, true, 'interrupted'],
	])('that brings %s ends it as it should', (_what, sighting, overdue, tolerates, outcome) => {
		const after = afterSighting(waiting, sighting, {
			...facts,
			overdue,
			toleratesRefusal: tolerates,
		});
		expect(after.kind === 'ended' ? after.ending.outcome : null).toBe(outcome);
	});

	it.each<[string, Sighting, boolean]>([
		['a refused key', refused(401), true],
		['a refused identity', refused(403), true],
		['another refusal', refused(400), false],
		['a job that is not there', { kind: 'refused', error: refusal(404) }, false],
		[
			'an address that is not the one of the service',
			{ kind: 'refused', error: refusal(404, { absent: undefined }) },
			true,
		],
		['a refusal without a status', { kind: 'refused', error: silence() }, false],
		['a fault that may pass', { kind: 'unclear', error: refusal(401) }, false],
		['a job that is gone', { kind: 'gone', error: refusal(401) }, false],
		['a job', seen('Running'), false],
	])('that brings %s tells whether the credential is refused', (_what, sighting, expected) => {
		expect(isRefusedCredential(sighting)).toBe(expected);
	});
});

describe('an end that comes too early', () => {
	it('is waited for again, with what was seen', () => {
		const early = ended('succeeded', customModel({ status: 'Succeeded' }));
		expect(afterEarlyEnd(early, false)).toEqual({ ...waiting, lastSeen: kept('Succeeded') });
		expect(afterEarlyEnd(ended('failed', null), false)).toEqual(waiting);
	});

	it.each(['succeeded', 'failed'] as const)(
		'is a time-out at the deadline when it was %s',
		(outcome) => {
			expect(afterEarlyEnd(ended(outcome), true)).toEqual(ended('timedOut'));
		},
	);
});
