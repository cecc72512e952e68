import type { IDataObject, IBinaryData, INodeParameters, INodeType, OnError } from 'n8n-workflow';
import { manifest, nodeIn, sourceOf } from '../../structure/repository.mts';
import type { ShownEntity } from '../../support/answer.mts';
import type { CredentialValues } from '../../support/credentialStore';
import { defined } from '../../support/defined';
import type { credentialsFor as credentialsForEmulator, Emulator } from '../../support/emulator';
import type { WorkflowRun } from '../../support/engine';
import { beginAnew, moveClockTo } from './repeatable.mts';

/** The host that pages show in place of the emulator's. */
export const HOST = 'westeurope.api.cognitive.microsoft.com';

/** A node of a row, by the name a person knows. */
export interface Step {
	node: string;
	parameters?: INodeParameters;
	onError?: OnError;
}

/** What enters a row, and what opens the resource. */
export interface Given {
	items?: Array<{ json: IDataObject; binary?: Record<string, IBinaryData> }>;
	credentials?: CredentialValues;
}

/** What surrounds a node that gets one item. */
export interface Around {
	binary?: Record<string, IBinaryData>;
	credentials?: CredentialValues;
}

/** The emulator's contact centre, with n8n's engine to run nodes against it. */
export interface ContactCentre {
	emulator: Emulator;
	/** Runs nodes in a row to the end, however often they wait. */
	run: (row: Step[], given?: Given) => Promise<WorkflowRun>;
	/** What a node says when it fails on one item. */
	saidBy: (
		node: string,
		json: IDataObject,
		parameters?: INodeParameters,
		around?: Around,
	) => Promise<string | undefined>;
	/** The credentials of a resource key, with some fields typed otherwise. */
	reachedBy: (fields: Record<string, string>) => ReturnType<typeof credentialsForEmulator>;
	/** The entity of a name. Fails when there is none. */
	find: (collection: string, displayName: string) => ShownEntity;
	close: () => Promise<void>;
}

/** The node a person knows by this name, such as 'Train Model'. */
export const nodeCalled = (displayName: string): INodeType =>
	defined(
		manifest.n8n.nodes
			.map((built) => nodeIn(sourceOf(built)))
			.find(({ description }) => description.displayName === displayName),
	);

/**
 * Opens the emulator's contact centre, whose model 'Retail en-US' is about to expire, with n8n's engine to run nodes
 * against it. To be called after `makeRepeatable`.
 */
export async function openContactCentre(): Promise<ContactCentre> {
	beginAnew();
	const { credentialsFor, startEmulator } = await import('../../support/emulator');
	const { runWorkflow } = await import('../../support/engine');
	const emulator = await startEmulator({ seed: 'demo', retryAfterSeconds: null });
	const reachedBy = (fields: Record<string, string>) => credentialsFor(emulator, fields);

	async function run(row: Step[], { items, credentials = reachedBy({}) }: Given = {}) {
		const nodes = row.map(({ node, ...placed }) => ({ ...placed, node: nodeCalled(node) }));
		let ended = await runWorkflow({ nodes, items, credentials });
		while (ended.status === 'waiting') {
			moveClockTo(defined(ended.children.at(-1)?.waitTill));
			ended = await ended.resume();
		}
		return ended;
	}

	async function saidBy(
		node: string,
		json: IDataObject,
		parameters: INodeParameters = {},
		{ binary, credentials }: Around = {},
	) {
		const items = [{ json, ...(binary && { binary }) }];
		const { error } = await run([{ node, parameters }], { items, credentials });
		return error?.message.replaceAll(new URL(emulator.url).host, HOST);
	}

	const find = (collection: string, displayName: string) =>
		defined(emulator.list(collection).find((entity) => entity.displayName === displayName));

	return { emulator, run, saidBy, reachedBy, find, close: () => emulator.close() };
}
