'use strict';

const { signatureOf } = require('./signature.js');

const PATIENCE_MS = 10_000;

/**
 * The headers of a call to a receiver.
 * @param {import('../service.js').Service} service
 * @param {import('../types.js').EntityRecord} hook
 * @param {string} event camel case, as under `events`
 * @param {string} data what is signed
 * @returns {Record<string, string>}
 */
function eventHeaders(service, hook, event, data) {
	const name =
		service.quirks.eventNames === 'Pascal' ? event[0].toUpperCase() + event.slice(1) : event;
	const { secret } = hook.properties;
	return {
		'X-MicrosoftSpeechServices-Event': name,
		...(secret ? { 'X-MicrosoftSpeechServices-Signature': signatureOf(secret, data) } : {}),
	};
}

/**
 * Tells a receiver of an event, once: retries of the real service are unconfirmed.
 * @param {import('../service.js').Service} service
 * @param {import('../types.js').EntityRecord} hook
 * @param {string} event
 * @param {Record<string, any>} body
 */
async function deliver(service, hook, event, body) {
	const text = JSON.stringify(body);
	await fetch(hook.fields.webUrl, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...eventHeaders(service, hook, event, text) },
		body: text,
		signal: AbortSignal.any([service.closing.signal, AbortSignal.timeout(PATIENCE_MS)]),
	});
}

/**
 * Asks a receiver to prove itself.
 * @param {import('../service.js').Service} service
 * @param {import('../types.js').EntityRecord} hook
 * @param {string} validationToken
 * @returns {Promise<boolean>} whether the answer was the bare token
 */
async function challenge(service, hook, validationToken) {
	const url = new URL(hook.fields.webUrl);
	url.searchParams.set('validationToken', validationToken);
	const answer = await fetch(url, {
		method: service.quirks.challengeMethod,
		headers: eventHeaders(service, hook, 'challenge', validationToken),
		signal: AbortSignal.any([service.closing.signal, AbortSignal.timeout(PATIENCE_MS)]),
	});
	return answer.status === 200 && (await answer.text()) === validationToken;
}

module.exports = { deliver, challenge };
