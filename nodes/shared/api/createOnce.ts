import { pause } from './pause';
import { POLICIES } from './policies';
import { ServiceError } from './serviceError';

/** Pauses between the looks for what a lost POST may have made, in milliseconds: its effect can come late. */
const LOOK_AFTER_MS = [1_000, 2_000, 4_000];
const MOST_POSTS = 2;

/**
 * Creates something exactly once although POST is not idempotent: when an answer is lost,
 * it first looks several times whether the service has made the thing after all, and only then asks again.
 *
 * @param post Sends the request that creates.
 * @param find Looks for what an earlier attempt made; null when nothing is there.
 * @throws ServiceError when the service refuses, asks to wait too long, or gives no good answer twice.
 */
export async function createOnce<T>(
	post: () => Promise<T>,
	find: () => Promise<T | null>,
	signal?: AbortSignal,
): Promise<T> {
	for (let posts = 1; ; posts++) {
		const made = await post().catch(lostAnswer);
		if (!(made instanceof ServiceError)) return made;
		const found = await lookRepeatedly(find, made, signal);
		if (found instanceof ServiceError) throw perhapsMade(made, found);
		if (found) return found;
		if (posts === MOST_POSTS) throw perhapsMade(made);
	}
}

/** What the lost POST made; null when every look showed nothing; the fault when one of them could not tell. */
async function lookRepeatedly<T>(
	find: () => Promise<T | null>,
	{ facts }: ServiceError,
	signal?: AbortSignal,
): Promise<T | ServiceError | null> {
	const asked = (facts.retryAfter ?? 0) * 1000;
	if (asked > POLICIES.change.patienceMs) return new ServiceError(facts);
	const [first, ...later] = LOOK_AFTER_MS;
	let fault: ServiceError | null = null;
	for (const delay of [Math.max(first, asked), ...later]) {
		await pause(delay, signal);
		const found = await find().catch(asFault);
		if (found instanceof ServiceError) fault = found;
		else if (found) return found;
		// What stood in the way for as long as a look is tried will stand in that of the next one.
		if (fault?.isOfStranger) return fault;
	}
	return fault;
}

function asFault(error: unknown): ServiceError {
	if (error instanceof ServiceError) return error;
	throw error;
}

/** @param look Why a look could not tell; what was lost at first is told all the same. */
function perhapsMade({ facts }: ServiceError, look?: ServiceError): ServiceError {
	const isOther = look !== undefined && look.message !== facts.message;
	const alsoSaid = isOther ? ` Checking whether it had an effect also failed: ${look.message}` : '';
	return new ServiceError({
		...facts,
		message: `The response was lost, so the request may have succeeded. ${facts.message}${alsoSaid}`,
		advice: `Run the workflow again: it checks first and reuses what is there, unless it is set to create another. ${facts.advice}${isOther ? ` ${look.facts.advice}` : ''}`,
	});
}

/** Only an answer that was lost is worth a look; anything else goes on to the caller. */
function lostAnswer(error: unknown): ServiceError {
	if (error instanceof ServiceError && error.facts.uncertain) return error;
	throw error;
}
