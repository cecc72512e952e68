import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { SpeechClient } from '../api/client';
import { connectionOf, type Connection, type ResourceAddress } from '../api/connection';
import type { CallContext } from '../api/callContext';
import { credentialTypeOf } from './authentication';
import { showHints } from './hints';

/**
 * The Speech resource the node's credential points to, for an execution.
 *
 * @throws InputError when the credential's address is not usable.
 */
export async function connect(context: IExecuteFunctions): Promise<SpeechClient> {
	const connection = await connectionBy(
		context,
		context.getNodeParameter('authentication', 0, 'apiKey'),
	);
	const remark = (text: string) => showHints(context, [text]);
	return new SpeechClient(context, connection, { reads: 'ask', remark });
}

/**
 * The Speech resource the node's credential points to, for a list of the editor; it just leaves out what cannot be read.
 *
 * @throws InputError when the credential's address is not usable.
 */
export async function connectForList(context: ILoadOptionsFunctions): Promise<SpeechClient> {
	const connection = await connectionBy(context, context.getCurrentNodeParameter('authentication'));
	return new SpeechClient(context, connection, { reads: 'listInEditor' });
}

async function connectionBy(context: CallContext, authentication: unknown): Promise<Connection> {
	const credentialType = credentialTypeOf(authentication);
	const address = await context.getCredentials<ResourceAddress>(credentialType);
	return connectionOf(credentialType, address);
}
