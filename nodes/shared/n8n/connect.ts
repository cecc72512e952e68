import { SpeechClient } from '../api/client';
import { connectionOf, type ResourceAddress } from '../api/connection';
import type { CallContext } from '../api/exchange';
import { credentialTypeOf } from './authentication';

/**
 * The Speech resource the node's credential points to.
 *
 * @throws InputError when the credential's address is not usable.
 */
export async function connect(context: CallContext): Promise<SpeechClient> {
	const credentialType = credentialTypeOf(chosenAuthentication(context));
	const address = await context.getCredentials<ResourceAddress>(credentialType);
	return new SpeechClient(context, connectionOf(credentialType, address));
}

function chosenAuthentication(context: CallContext): unknown {
	return 'getCurrentNodeParameter' in context
		? context.getCurrentNodeParameter('authentication')
		: context.getNodeParameter('authentication', 0, 'apiKey');
}
