import { newestFirst } from '../speech/dates';
import type { Entity } from '../speech/entities';
import type { InputError } from '../speech/inputError';
import { startedBy } from '../speech/fingerprint';
import { idOf } from '../speech/references';
import {
	endedTwins,
	isJustBefore,
	isOwn,
	markOf,
	standingOne,
	type StartMark,
	type StartedCollection,
} from '../speech/twins';
import { cancelSignal } from './cancel';
import type { SpeechClient } from './client';
import { createOnce } from './createOnce';
import { lookFor, type Wanted } from './lookFor';
import { noteLeftovers, settleTwins, watchTwins, type Settled } from './twins';

/** What to do when the same has been started before: take it, start another one, or stop. */
export type IfThere = 'use' | 'again' | 'fail';
export const IF_THERE: readonly IfThere[] = ['use', 'again', 'fail'];

/** Something that must be started only once, although the service would start it as often as it is asked. */
export interface OncePlan<T extends Entity> extends StartMark {
	/** What tells those that were started the same way before, in whatever state they are. */
	wanted: Wanted<T> & { collection: StartedCollection };
	locale: string;
	/** Whether one of them can stand for a new one. */
	isUsable: (entity: T) => boolean;
	ifThere: IfThere;
	post: () => Promise<T>;
	/** The error for `fail`. */
	alreadyThere: (entity: T) => InputError;
}

/**
 * What all executions take that have started the same at once. To be asked for once all items of a run have started
 * what they start: the first who asks has all of them compared with what is listed by then.
 *
 * @throws InputError when another execution was faster and the person chose to fail then.
 */
export type Settling<T> = () => Promise<Settled<T>>;

/**
 * Starts something unless the same has been started before; the tries of one run start it only once.
 *
 * @param before What is there already, when it has been looked for.
 * @throws InputError when it exists and the person chose to fail then; ServiceError when the service refuses.
 */
export async function startOnce<T extends Entity>(
	client: SpeechClient,
	plan: OncePlan<T>,
	before?: T[],
): Promise<Settling<T>> {
	const { wanted, isUsable, ifThere } = plan;
	const findSame = lookFor<T>(client, wanted);
	const listed = before ?? (await findSame());
	const usable = listed.filter(isUsable).sort(newestFirst);
	const own = usable.find((entity) => isOwn(entity, plan));
	const there = own ? undefined : standingOne(usable, plan);
	if (there && ifThere === 'fail') throw plan.alreadyThere(there);
	const post = async () => await postOnce(client, plan, findSame, listed);
	if (ifThere === 'again') return asSettled(client, own ?? (await post()), false);
	noteLeftovers(client, wanted.collection, endedTwins(listed, plan));
	if (there) return asSettled(client, there, true);
	// What an earlier try of this run has started it had looked for before; that list is not known any more.
	const known = own ? listed.filter((entity) => !isJustBefore(entity, own)) : listed;
	const claim = { ...plan, isSame: wanted.isSame, known: new Set(known.map(idOf)) };
	const { made, settled } = watchTwins<T>(client, { ...wanted, locale: plan.locale }, claim);
	const entity = own ?? (await post());
	made(entity);
	return async () => {
		const reused = startedBy(markOf(entity, plan), plan.mark) === 'otherRun';
		const result = (await settled()) ?? { entity, reused, twin: null };
		if (result.reused && ifThere === 'fail') throw plan.alreadyThere(result.entity);
		// The list may be a little behind the answer.
		return idOf(result.entity) === idOf(entity) ? { ...result, entity } : result;
	};
}

function asSettled<T>(client: SpeechClient, entity: T, reused: boolean): Settling<T> {
	return async () => {
		await settleTwins(client);
		return { entity, reused, twin: null };
	};
}

async function postOnce<T extends Entity>(
	{ context }: SpeechClient,
	plan: OncePlan<T>,
	findSame: () => Promise<T[]>,
	before: T[],
): Promise<T> {
	const known = new Set(before.map(idOf));
	const findNew = async () => {
		const after = await findSame();
		const fresh = after.filter((entity) => !known.has(idOf(entity)));
		const own = fresh.find((entity) => isOwn(entity, plan));
		const others = fresh.filter((entity) => {
			const isOfOther = startedBy(markOf(entity, plan), plan.mark) === 'otherRun';
			return !isOfOther || plan.ifThere !== 'again';
		});
		return own ?? others[0] ?? null;
	};
	return await createOnce(plan.post, findNew, cancelSignal(context));
}
