import type { Answer } from './answer';
import { shapeOf } from './errorBody';
import { isTransientStatus } from './serviceError';

/** The status by which only a proxy answers; source: RFC 9110, section 15.5.8. */
export const PROXY_SIGN_IN = 407;

/**
 * Whether an answer that brought nothing is of something on the way, such as a proxy, a firewall or another web site: it
 * says nothing about the resource, its key or its entities. The service's own errors have one of the two shapes of the
 * contract. What any server says when it is busy or broken passes for the service's.
 */
export function isStranger({ status, body, signIn }: Answer): boolean {
	if (signIn) return signIn === 'stranger' || signIn === 'redirect';
	if (status === null) return false;
	if (status < 400 || status === PROXY_SIGN_IN) return true;
	return !isTransientStatus(status) && shapeOf(body) === null;
}

/** The status that counts for what to do next: null when the service has not answered. */
export function statusOfService(answer: Answer): number | null {
	return isStranger(answer) ? null : answer.status;
}

/** Whether the service itself says that what was asked for is not there: no other answer may be taken for that. */
export function saysAbsent({ status, body }: Answer): boolean {
	const { kind, code } = shapeOf(body) ?? {};
	return status !== null && status < 500 && kind === 'service' && code === 'NotFound';
}
