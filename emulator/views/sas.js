'use strict';

const { createHmac, timingSafeEqual } = require('node:crypto');
const { isoSeconds } = require('../time/quarter.js');

/** @typedef {import('../service.js').Service} Service */

const TWELVE_HOURS = 720;

/**
 * A link to a file's content that opens without a key until it expires. With own storage it carries no signature.
 * @param {import('../types.js').ViewContext} ctx
 * @param {string[]} steps of the path: collection, id, file name
 * @param {number} [minutes]
 */
function contentUrl(ctx, steps, minutes = TWELVE_HOURS) {
	const path = steps.join('/');
	const url = `${ctx.origin}/content/${steps.map(encodeURIComponent).join('/')}`;
	if (ctx.service.quirks.byos) return url;
	const se = isoSeconds(ctx.now + minutes * 60_000);
	const sig = sign(ctx.service, path, se);
	return `${url}?${new URLSearchParams({ sp: 'r', se, sig })}`;
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

module.exports = { contentUrl, opens };
