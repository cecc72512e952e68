import { createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../http/apiError.mts';
import { isoSeconds } from '../time/quarter.mts';

export type Service = import('../service.mts').Service;

const TWELVE_HOURS = 720;
const THIRTY_DAYS = 30 * 24 * 60;

/**
 * A link to a file's content that opens without a key until it expires. With own storage it lives longer, and carries
 * no signature when asked to live for no time, or by the quirk; then it opens for nobody here.
 * @param steps of the path: collection, id, file name
 */
function contentUrl(ctx: import('../types.mts').ViewContext, steps: string[], minutes?: number) {
	const { byos, byosLinks } = ctx.service.quirks;
	const path = steps.join('/');
	const url = `${ctx.origin}/content/${steps.map(encodeURIComponent).join('/')}`;
	if (byos && (minutes === 0 || byosLinks === 'plain')) return url;
	const lifetime = minutes ?? (byos ? THIRTY_DAYS : TWELVE_HOURS);
	const se = isoSeconds(ctx.now + lifetime * 60_000);
	const sig = sign(ctx.service, path, se);
	return `${url}?${new URLSearchParams({ sp: 'r', se, sig })}`;
}

/**
 * Refuses a link that would live for no time, but for own storage, which needs no signature.
 */
function checkLifetime(
	{ service }: import('../types.mts').ViewContext,
	minutes: number | undefined,
) {
	if (minutes !== 0 || service.quirks.byos) return;
	throw new ApiError(400, 'InvalidArgument', "'sasLifetimeMinutes' must be at least 1.", {
		inner: 'InvalidSasValidityDuration',
		target: 'sasLifetimeMinutes',
	});
}

/**
 * Whether a link opens now.
 */
function opens(service: Service, path: string, { se, sig }: Record<string, any>) {
	if (typeof se !== 'string' || typeof sig !== 'string') return false;
	const expected = Buffer.from(sign(service, path, se));
	const given = Buffer.from(sig);
	return (
		given.length === expected.length &&
		timingSafeEqual(given, expected) &&
		Date.parse(se) > service.clock.now()
	);
}

function sign(service: Service, path: string, se: string) {
	return createHmac('sha256', service.secret).update(`${path}\n${se}`).digest('base64');
}

export { checkLifetime, contentUrl, opens };
