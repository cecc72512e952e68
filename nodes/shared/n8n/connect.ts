import { SpeechClient } from '../api/client';
import { connectionOf, type ResourceAddress } from '../api/connection';
import type { CallContext } from '../api/exchange';
import { credentialTypeOf } from './authentication';
import { showHints } from './hints';

/**
 * The Speech resource the node's credential points to.
 *
 * @throws InputError when the credential's address is not usable.
 */
export async function connect(context: CallContext): Promise<SpeechClient> {
	const credentialType = credentialTypeOf(chosenAuthentication(context));
	const address = await context.getCredentials<ResourceAddress>(credentialType);
	const connection = connectionOf(credentialType, address);
	return new SpeechClient(context, connection, (remark) => {
		// A list that a person opens just leaves out what cannot be read.
		if ('getExecutionCancelSignal' in context) showHints(context, [remark]);
	});
}

function chosenAuthentication(context: CallContext): unknown {
	return 'getCurrentNodeParameter' in context
		? context.getCurrentNodeParameter('authentication')
		: context.getNodeParameter('authentication', 0, 'apiKey');
}
