import { newestFirst, toMillis } from './dates';
import type { Entity } from './entities';
import { isAnotherOne, startedBy, twinOf } from './fingerprint';
import { COLLECTION_LABELS, idOf } from './references';
import { stateOf } from './status';

/** The groups of what these nodes start. */
export type StartedCollection = 'models' | 'datasets' | 'endpoints' | 'evaluations';

/** What a run has given up because the same was started twice at once, and what became of it. Plain data. */
export interface Twin {
	collection: StartedCollection;
	id: string;
	/** `marked`: it is left, and a later run knows it for what it is; `unmarked`: it is left, and only a person can tell. */
	fate: 'deleted' | 'marked' | 'unmarked';
}

/** How what was started is known again, and whose it is. */
export interface StartMark {
	/** The custom property that carries it. */
	property: string;
	/** Fingerprint and mark of this run. */
	mark: string;
}

/** What a run has started, and what tells its twins from everything else in the list. */
export interface Claim<T extends Entity> extends StartMark {
	/** Whether it is the same in what the fingerprint does not hold as well. */
	isSame: (entity: T) => boolean;
	/** Whether one can stand for the other, such as one that has not failed. */
	isUsable: (entity: T) => boolean;
	/** The ids that were listed before anything was started: none of them is a twin. */
	known: ReadonlySet<string>;
}

/**
 * What is started at once was looked for within this time, in milliseconds: a request is tried for two minutes, looked
 * for after a lost answer, and sent once more.
 */
const AT_ONCE_MS = 600_000;

/** What is kept on an entity of its start. */
export function markOf(
	{ customProperties }: Entity,
	{ property }: Pick<StartMark, 'property'>,
): string | undefined {
	return customProperties?.[property];
}

/**
 * The order in which executions agree without knowing of each other: the oldest first, those of one moment by their id.
 * The service's dates are exact to the second in all published examples. What tells no date comes last.
 */
export function oldestFirst(one: Entity, other: Entity): number {
	const [age, otherAge] = [one, other].map(
		(entity) => toMillis(entity.createdDateTime) ?? Infinity,
	);
	if (age !== otherAge) return age < otherAge ? -1 : 1;
	return idOf(one) < idOf(other) ? -1 : 1;
}

/** Whether an entity was started so shortly before another one that both may have been started at once. */
export function isJustBefore(one: Entity, other: Entity): boolean {
	const [earlier, later] = [one, other].map(({ createdDateTime }) => toMillis(createdDateTime));
	if (earlier === null || later === null) return false;
	return earlier <= later && later - earlier <= AT_ONCE_MS;
}

/**
 * Judges what is listed after a start.
 *
 * @returns the oldest of what this run and others have started at once, which all of them take, and what this run has
 * to give up for it; null when nothing of this run is listed.
 */
export function judgeTwins<T extends Entity>(
	listed: T[],
	claim: Claim<T>,
): { oldest: T; mine: boolean; givenUp: T[] } | null {
	const same = listed.filter(claim.isSame);
	const own = same.filter((entity) => isOwn(entity, claim) && !isAnotherOne(markOf(entity, claim)));
	const rivals = same.filter((entity) => isRival(entity, claim));
	const [oldest] = [...own, ...rivals].filter(claim.isUsable).sort(oldestFirst);
	if (own.length === 0 || !oldest) return null;
	return {
		oldest,
		mine: own.includes(oldest),
		givenUp: own.filter((entity) => entity !== oldest),
	};
}

/** Whether this run has started it and not given it up. */
export function isOwn(entity: Entity, claim: StartMark): boolean {
	const marked = markOf(entity, claim);
	return startedBy(marked, claim.mark) === 'sameRun' && twinOf(marked) === null;
}

function isRival<T extends Entity>(entity: T, claim: Claim<T>): boolean {
	const marked = markOf(entity, claim);
	const isOfOther = startedBy(marked, claim.mark) === 'otherRun' && twinOf(marked) === null;
	return isOfOther && !claim.known.has(idOf(entity));
}

/**
 * The one that stands for what is there: the newest, or the oldest of those that were started at once with it, for the
 * others will go. A marked twin counts only when nothing else is left.
 */
export function standingOne<T extends Entity>(
	usable: T[],
	mark: Pick<StartMark, 'property'>,
): T | undefined {
	const standing = usable.filter((entity) => twinOf(markOf(entity, mark)) === null);
	const [newest] = [...(standing.length > 0 ? standing : usable)].sort(newestFirst);
	const marked = newest && markOf(newest, mark);
	if (!newest || marked === undefined || isAnotherOne(marked)) return newest;
	const atOnce = standing.filter((entity) => {
		const other = markOf(entity, mark);
		const isStarted = startedBy(other, marked) !== 'unknown' && !isAnotherOne(other);
		return isStarted && isJustBefore(entity, newest);
	});
	return atOnce.sort(oldestFirst)[0] ?? newest;
}

/**
 * The twins that earlier runs have marked and could not delete, and that have come to an end since. One is left alone
 * when what it gave way to is not there or cannot be used, when it is older than that, and when it has been changed into
 * something else.
 */
export function endedTwins<T extends Entity>(
	listed: T[],
	claim: Pick<Claim<T>, 'property' | 'isUsable'>,
): T[] {
	return listed.filter((entity) => {
		const oldestId = twinOf(markOf(entity, claim));
		const oldest = listed.find((other) => idOf(other) === oldestId);
		if (!oldest || twinOf(markOf(oldest, claim)) !== null || !claim.isUsable(oldest)) return false;
		const isItself = claim.isUsable(entity) || stateOf(entity) === 'failed';
		return isItself && mayHaveEnded(entity) && oldestFirst(oldest, entity) < 0;
	});
}

/** A dataset that never got its content stays `NotStarted`, and the service may delete it; the rest it refuses. */
function mayHaveEnded(entity: Entity): boolean {
	return stateOf(entity) !== 'working' || entity.status === 'NotStarted';
}

/** The id of a twin that is left, as the item names it; nothing when there is none. */
export function leftTwin(twin?: Twin | null): { twin?: string } {
	return twin && twin.fate !== 'deleted' ? { twin: twin.id } : {};
}

/** What a person must know of a twin. */
export function twinSentence({ collection, id, fate }: Twin): string {
	const noun = COLLECTION_LABELS[collection];
	const what = `The same job was started twice at the same time: the oldest ${noun} was kept`;
	const left = `the duplicate (ID ${id}) remains because it cannot be deleted now`;
	switch (fate) {
		case 'deleted':
			return `${what}, and the duplicate (ID ${id}) was deleted.`;
		case 'marked':
			return `${what}; ${left}. A later run of this node deletes it after it has finished and if nothing uses it.`;
		case 'unmarked':
			return `${what}; ${left}, and it could not be marked for a later run. Delete it after it has finished.`;
	}
}
