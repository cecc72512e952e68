import { ServiceError, type ServiceErrorFacts } from '../../nodes/shared/api/serviceError';
import { InputError } from '../../nodes/shared/speech/inputError';

/** The service's answer with an error status; a 404 says that what was asked for is not there. */
export function refusal(status: number, more: Partial<ServiceErrorFacts> = {}): ServiceError {
	return new ServiceError({
		kind: 'refused',
		message: `Refused with ${status}.`,
		advice: 'Do something else.',
		status,
		...(status === 404 && { absent: true }),
		...more,
	});
}

/** No answer at all, as when a cable is pulled. */
export function silence(more: Partial<ServiceErrorFacts> = {}): ServiceError {
	return new ServiceError({
		kind: 'unreachable',
		message: 'No response.',
		advice: 'Check the network.',
		...more,
	});
}

/** What an action throws, or undefined when it throws nothing. */
export function thrownBy(action: () => unknown): unknown {
	try {
		action();
	} catch (thrown) {
		return thrown;
	}
	return undefined;
}

/** The error for a person that an action throws; an empty one when it throws something else, so that no expectation holds. */
export function inputErrorOf(action: () => unknown): InputError {
	const thrown = thrownBy(action);
	return thrown instanceof InputError ? thrown : new InputError('', '');
}

/** Words that betray a missing value in a sentence. */
export const HOLES = /\b(undefined|null|NaN)\b|Invalid Date|\[object/;
