import { manifest, sourceOf, instanceOf } from '../../structure/repository.mts';
import { beginAnew, moveClockTo } from './repeatable.mts';

/** The host that pages show in place of the emulator's. */
const HOST = 'westeurope.api.cognitive.microsoft.com';

/** The node a person knows by this name, such as 'Train Model'. @param {string} displayName */
const nodeCalled = (displayName: string) =>
	manifest.n8n.nodes
		.map((built) => instanceOf(sourceOf(built)))
		.find(({ description }) => description.displayName === displayName);

/**
 * Opens the emulator's contact centre, whose model 'Retail en-US' is about to expire, with n8n's engine to run nodes
 * against it. To be called after `makeRepeatable`.
 */
async function openContactCentre() {
	beginAnew();
	const { startEmulator } = await import('../../../emulator/server.mts');
	const { credentialsFor } = await import('../../support/emulator');
	const { runWorkflow } = await import('../../support/engine');
	const emulator = await startEmulator({ seed: 'demo', retryAfterSeconds: null });

	/**
	 * Runs nodes in a row to the end, however often they wait.
	 *
	 */
	async function run(
		row: Array<{ node: string; parameters?: object; onError?: string }>,
		{
			items,
			credentials = credentialsFor(emulator),
		}: { items?: object[]; credentials?: object } = {},
	) {
		const nodes = row.map(({ node, ...placed }) => ({ ...placed, node: nodeCalled(node) }));
		let ended = await runWorkflow({ nodes, items, credentials });
		while (ended.status === 'waiting') {
			moveClockTo(ended.children.at(-1).waitTill);
			ended = await ended.resume();
		}
		return ended;
	}

	/**
	 * What a node says when it fails on one item.
	 *
	 */
	async function saidBy(
		node: string,
		json: object,
		{
			binary,
			credentials,
			...parameters
		}: { binary?: object; credentials?: object; [parameter: string]: unknown } = {},
	) {
		const items = [{ json, ...(binary && { binary }) }];
		const { error } = await run([{ node, parameters }], { items, credentials });
		return error?.message.replaceAll(new URL(emulator.url).host, HOST);
	}

	const reachedBy = (address) => credentialsFor(emulator, address);

	/** @param {string} collection @param {string} displayName */
	const find = (collection: string, displayName: string) =>
		emulator.list(collection).find((entity) => entity.displayName === displayName);

	return { emulator, run, saidBy, reachedBy, find, close: async () => await emulator.close() };
}

export { openContactCentre, nodeCalled, HOST };
