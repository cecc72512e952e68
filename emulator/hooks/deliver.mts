import { signatureOf } from './signature.mts';

const PATIENCE_MS = 10_000;

/**
 * The headers of a call to a receiver.
 * @param event camel case, as under `events`
 * @param data what is signed
 */
function eventHeaders(
	service: import('../service.mts').Service,
	hook: import('../types.mts').EntityRecord,
	event: string,
	data: string,
): Record<string, string> {
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
 */
async function deliver(
	service: import('../service.mts').Service,
	hook: import('../types.mts').EntityRecord,
	event: string,
	body: Record<string, any>,
) {
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
 * @returns whether the answer was the bare token
 */
async function challenge(
	service: import('../service.mts').Service,
	hook: import('../types.mts').EntityRecord,
	validationToken: string,
): Promise<boolean> {
	const url = new URL(hook.fields.webUrl);
	url.searchParams.set('validationToken', validationToken);
	const answer = await fetch(url, {
		method: service.quirks.challengeMethod,
		headers: eventHeaders(service, hook, 'challenge', validationToken),
		signal: AbortSignal.any([service.closing.signal, AbortSignal.timeout(PATIENCE_MS)]),
	});
	return answer.status === 200 && (await answer.text()) === validationToken;
}

export { deliver, challenge };
