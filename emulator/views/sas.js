'use strict';

const { createHmac, timingSafeEqual } = require('node:crypto');
const { ApiError } = require('../http/apiError.js');
const { isoSeconds } = require('../time/quarter.js');

/** @typedef {import('../service.js').Service} Service */

const TWELVE_HOURS = 720;
const THIRTY_DAYS = 30 * 24 * 60;

/**
 * A link to a file's content that opens without a key until it expires. With own storage it lives longer, and carries
 * no signature when asked to live for no time, or by the quirk; then it opens for nobody here.
 * @param {import('../types.js').ViewContext} ctx
 * @param {string[]} steps of the path: collection, id, file name
 * @param {number} [minutes]
 */
function contentUrl(ctx, steps, minutes) {
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
 * @param {import('../types.js').ViewContext} ctx
 * @param {number | undefined} minutes
 */
function checkLifetime({ service }, minutes) {
	if (minutes !== 0 || service.quirks.byos) return;
	throw new ApiError(400, 'InvalidArgument', "'sasLifetimeMinutes' must be at least 1.", {
		inner: 'InvalidSasValidityDuration',
		target: 'sasLifetimeMinutes',
	});
}

/**
 * Whether a link opens now.
 * @param {Service} service
 * @param {string} path
 * @param {Record<string, any>} query
 */
function opens(service, path, { se, sig }) {
	if (typeof se !== 'string' || typeof sig !== 'string') return false;
	const expected = Buffer.from(sign(service, path, se));
	const given = Buffer.from(sig);
	return (
		given.length === expected.length &&
		timingSafeEqual(given, expected) &&
		Date.parse(se) > service.clock.now()
	);
}

/**
 * @param {Service} service
 * @param {string} path
 * @param {string} se
 */
function sign(service, path, se) {
	return createHmac('sha256', service.secret).update(`${path}\n${se}`).digest('base64');
}

module.exports = { checkLifetime, contentUrl, opens };
