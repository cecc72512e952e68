import { randomUUID } from 'node:crypto';
import type { CopyAuthorization } from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment } from '../service.mts';

/** How long an authorization lives. The real time is published nowhere. */
const LIFETIME_MS = 24 * 3_600_000;

/**
 * Issues an authorization, for one copy.
 */
export function authorizeCopy(
	{ service, now }: Moment,
	sourceResourceId: string,
): CopyAuthorization {
	const expiresAt = now + LIFETIME_MS;
	const authorization = { id: randomUUID(), sourceResourceId, expiresAt, isUsed: false };
	service.authorizations.set(authorization.id, authorization);
	return authorization;
}

/**
 * The authorization that somebody shows, ready to be used. That one which was made up, changed or used is refused, and
 * with which code, is ours: only the code of an expired one is known.
 */
export function authorizationShown(
	{ service, now }: Moment,
	shown: Pick<CopyAuthorization, 'id' | 'sourceResourceId'>,
): CopyAuthorization {
	const issued = service.authorizations.get(shown.id);
	if (issued?.sourceResourceId !== shown.sourceResourceId) {
		throw invalid('InvalidPayload', 'The target resource has not issued this authorization.', 'id');
	}
	if (issued.expiresAt <= now) throw expired();
	if (issued.isUsed) {
		throw invalid('InvalidPayload', 'The authorization has been used already.', 'id');
	}
	return issued;
}

/** An authorization whose time is over. */
export function expired() {
	return invalid('ModelCopyAuthorizationExpired', 'The authorization has expired.');
}
