import { cancelSignal, throwIfCancelled } from '../../shared/api/cancel';
import type { SpeechClient } from '../../shared/api/client';
import { pause } from '../../shared/api/pause';
import { ServiceError } from '../../shared/api/serviceError';
import type { Endpoint } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { isSetTo, type ServedModel } from '../../shared/speech/servedModel';

/** Pauses between the looks, in milliseconds: what was just changed may be seen a little late. */
const LOOK_AFTER_MS = [0, 1_000, 2_000, 4_000];

/**
 * Reads an endpoint again and tells whether the service shows a model on it, with the change done. No more can be asked:
 * requests may be answered by the model before for some minutes still.
 *
 * @throws InputError when it cannot be read: the change was made all the same.
 */
export async function verifiedEndpoint(
	client: SpeechClient,
	endpointId: string,
	model: ServedModel,
): Promise<{ endpoint: Endpoint; verified: boolean }> {
	let last: Endpoint | null = null;
	for (const delay of LOOK_AFTER_MS) {
		await pause(delay, cancelSignal(client.context));
		const { body: endpoint } = await client
			.read<Endpoint>('endpoints', endpointId)
			.catch((thrown) => unverified(client, endpointId, thrown));
		if (endpoint.status === 'Succeeded' && isSetTo(endpoint, model)) {
			return { endpoint, verified: true };
		}
		last = endpoint;
	}
	return { endpoint: last!, verified: false };
}

function unverified(client: SpeechClient, endpointId: string, thrown: unknown): never {
	throwIfCancelled(cancelSignal(client.context));
	const { message, advice } =
		thrown instanceof ServiceError ? thrown.facts : { message: String(thrown), advice: '' };
	throw new InputError(
		`The endpoint was changed (ID ${endpointId}), but its current model could not be verified: ${message}`,
		`${advice} Run the workflow again: an endpoint that already uses the model is not changed.`.trim(),
	);
}
