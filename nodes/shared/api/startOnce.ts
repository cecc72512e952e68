import { newestFirst } from '../speech/dates';
import type { Entity } from '../speech/entities';
import type { InputError } from '../speech/inputError';
import { idOf } from '../speech/references';
import { cancelSignal } from './cancel';
import type { SpeechClient } from './client';
import { createOnce } from './createOnce';

/** What to do when the same has been started before: take it, start another one, or stop. */
export type IfThere = 'use' | 'again' | 'fail';
export const IF_THERE: readonly IfThere[] = ['use', 'again', 'fail'];

/** Something that must be started only once, although the service would start it as often as it is asked. */
export interface OncePlan<T extends Entity> {
	/** Those that were started the same way before, in whatever state they are. */
	findSame: () => Promise<T[]>;
	/** Whether one of them can stand for a new one. */
	isUsable: (entity: T) => boolean;
	/** What tells the tries of this very run from every other run, and where it stands on an entity. */
	mark: string;
	markOf: (entity: T) => string | undefined;
	ifThere: IfThere;
	post: () => Promise<T>;
	/** The error for `fail`. */
	alreadyThere: (entity: T) => InputError;
}

export interface Started<T> {
	entity: T;
	/** Whether it was there before, so that nothing was started. */
	reused: boolean;
}

/**
 * Starts something unless the same has been started before; the tries of one run start it only once.
 *
 * @throws InputError when it exists and the person chose to fail then; ServiceError when the service refuses.
 */
export async function startOnce<T extends Entity>(
	client: SpeechClient,
	plan: OncePlan<T>,
): Promise<Started<T>> {
	const before = await plan.findSame();
	const usable = before.filter(plan.isUsable).sort(newestFirst);
	const own = usable.find((entity) => plan.markOf(entity) === plan.mark);
	if (own) return { entity: own, reused: false };
	const [there] = usable;
	if (there && plan.ifThere === 'fail') throw plan.alreadyThere(there);
	if (there && plan.ifThere === 'use') return { entity: there, reused: true };
	const known = new Set(before.map(idOf));
	const findNew = async () => {
		const after = await plan.findSame();
		const fresh = after.filter((entity) => !known.has(idOf(entity)));
		return fresh.find((entity) => plan.markOf(entity) === plan.mark) ?? fresh[0] ?? null;
	};
	const entity = await createOnce(plan.post, findNew, cancelSignal(client.context));
	return { entity, reused: false };
}
