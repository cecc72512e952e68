import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Moment } from '../../domain/service.mts';
import type { ViewContext } from '../context.mts';
import { isoSeconds } from '../dates.mts';
import { ApiError } from '../http/apiError.mts';

const TWELVE_HOURS = 720;
const THIRTY_DAYS = 30 * 24 * 60;

/**
 * A link to a file's content that opens without a key until it expires. With own storage it lives longer, and carries
 * no signature when asked to live for no time, or by the quirk; then it opens for nobody here.
 * @param steps of the path: collection, id, file name
 */
export function contentUrl(ctx: ViewContext, steps: string[], minutes?: number) {
	const { byos, byosLinks } = ctx.service.quirks;
	const path = steps.join('/');
	const url = `${ctx.origin}/content/${steps.map(encodeURIComponent).join('/')}`;
	if (byos && (minutes === 0 || byosLinks === 'plain')) return url;
	const lifetime = minutes ?? (byos ? THIRTY_DAYS : TWELVE_HOURS);
	const se = isoSeconds(ctx.now + lifetime * 60_000);
	const sig = sign(ctx.secret, path, se);
	return `${url}?${String(new URLSearchParams({ sp: 'r', se, sig }))}`;
}

/**
 * Refuses a link that would live for no time, but for own storage, which needs no signature.
 */
export function checkLifetime({ service }: Moment, minutes: number | undefined) {
	if (minutes !== 0 || service.quirks.byos) return;
	throw new ApiError(400, 'InvalidArgument', "'sasLifetimeMinutes' must be at least 1.", {
		inner: 'InvalidSasValidityDuration',
		target: 'sasLifetimeMinutes',
	});
}

/**
 * Whether a link opens now.
 */
export function opens(
	{ secret, now }: ViewContext,
	path: string,
	{ se, sig }: { se?: unknown; sig?: unknown },
) {
	if (typeof se !== 'string' || typeof sig !== 'string') return false;
	const expected = Buffer.from(sign(secret, path, se));
	const given = Buffer.from(sig);
	return (
		given.length === expected.length && timingSafeEqual(given, expected) && Date.parse(se) > now
	);
}

function sign(secret: string, path: string, se: string) {
	return createHmac('sha256', secret).update(`${path}\n${se}`).digest('base64');
}
