import { cancelSignal } from '../../shared/api/cancel';
import type { SpeechClient } from '../../shared/api/client';
import { createOnce } from '../../shared/api/createOnce';
import type { Endpoint } from '../../shared/speech/entities';
import { isSetTo, type ServedModel } from '../../shared/speech/servedModel';

/**
 * Sets an endpoint to a model. Nothing but the model and, when given, the custom properties is sent.
 * When the answer is lost, the endpoint is looked at to see whether it had its effect.
 *
 * @param customProperties The whole map: whether the service merges or replaces it is not documented.
 * @throws ServiceError when the service refuses, or it cannot be told what became of the request.
 */
export async function switchModel(
	client: SpeechClient,
	endpointId: string,
	model: ServedModel,
	customProperties: Record<string, string> | null = null,
): Promise<Endpoint> {
	const body = {
		model: client.reference(model.collection, model.id),
		...(customProperties && { customProperties }),
	};
	return await createOnce(
		async () => await client.patch<Endpoint>('endpoints', endpointId, body),
		async () => {
			const { body: endpoint } = await client.read<Endpoint>('endpoints', endpointId);
			return isSetTo(endpoint, model) ? endpoint : null;
		},
		cancelSignal(client.context),
	);
}
