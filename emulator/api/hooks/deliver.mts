import type { Quirks } from '../../domain/quirks.mts';
import type { WebhookRecord } from '../../domain/records.mts';
import { patience } from '../outgoing.mts';
import { signatureOf } from './signature.mts';

/** How receivers are called. */
export interface Caller {
	quirks: Quirks;
	/** Ends calls under way. */
	closing: AbortSignal;
}

/**
 * The headers of a call to a receiver.
 * @param event camel case, as under `events`
 * @param data what is signed
 */
function eventHeaders(
	{ eventNames }: Quirks,
	{ secret }: WebhookRecord,
	event: string,
	data: string,
): Record<string, string> {
	const name = eventNames === 'Pascal' ? event.charAt(0).toUpperCase() + event.slice(1) : event;
	return {
		'X-MicrosoftSpeechServices-Event': name,
		...(secret ? { 'X-MicrosoftSpeechServices-Signature': signatureOf(secret, data) } : {}),
	};
}

/**
 * Tells a receiver of an event, once.
 * @returns whether it took that: what is refused, redirected or not answered is not taken
 */
export async function deliver(
	{ quirks, closing }: Caller,
	hook: WebhookRecord,
	event: string,
	body: object,
): Promise<boolean> {
	const text = JSON.stringify(body);
	const { ok, body: rest } = await fetch(hook.fields.webUrl, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...eventHeaders(quirks, hook, event, text) },
		body: text,
		redirect: 'manual',
		signal: patience(closing),
	});
	await rest?.cancel();
	return ok;
}

/**
 * Asks a receiver to prove itself.
 * @returns whether the answer was the bare token
 */
export async function challenge(
	{ quirks, closing }: Caller,
	hook: WebhookRecord,
	validationToken: string,
): Promise<boolean> {
	const url = new URL(hook.fields.webUrl);
	url.searchParams.set('validationToken', validationToken);
	const answer = await fetch(url, {
		method: quirks.challengeMethod,
		headers: eventHeaders(quirks, hook, 'challenge', validationToken),
		signal: patience(closing),
	});
	return answer.status === 200 && (await answer.text()) === validationToken;
}
