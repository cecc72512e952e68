const { manifest, sourceOf, instanceOf } = require('../../structure/repository');
const { beginAnew, moveClockTo } = require('./repeatable');

/** The host that pages show in place of the emulator's. */
const HOST = 'westeurope.api.cognitive.microsoft.com';

/** The node a person knows by this name, such as 'Train Model'. @param {string} displayName */
const nodeCalled = (displayName) =>
	manifest.n8n.nodes
		.map((built) => instanceOf(sourceOf(built)))
		.find(({ description }) => description.displayName === displayName);

/**
 * Opens the emulator's contact centre, whose model 'Retail en-US' is about to expire, with n8n's engine to run nodes
 * against it. To be called after `makeRepeatable`.
 */
async function openContactCentre() {
	beginAnew();
	const { startEmulator } = require('../../../emulator/server');
	const { credentialsFor } = require('../../support/emulator');
	const { runWorkflow } = require('../../support/engine');
	const emulator = await startEmulator({ seed: 'demo', retryAfterSeconds: null });

	/**
	 * Runs nodes in a row to the end, however often they wait.
	 *
	 * @param {Array<{ node: string, parameters?: object, onError?: string }>} row
	 * @param {{ items?: object[], credentials?: object }} [more]
	 */
	async function run(row, { items, credentials = credentialsFor(emulator) } = {}) {
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
	 * @param {string} node
	 * @param {object} json
	 * @param {{ binary?: object, credentials?: object, [parameter: string]: unknown }} [more]
	 */
	async function saidBy(node, json, { binary, credentials, ...parameters } = {}) {
		const items = [{ json, ...(binary && { binary }) }];
		const { error } = await run([{ node, parameters }], { items, credentials });
		return error?.message.replaceAll(new URL(emulator.url).host, HOST);
	}

	const reachedBy = (address) => credentialsFor(emulator, address);

	/** @param {string} collection @param {string} displayName */
	const find = (collection, displayName) =>
		emulator.list(collection).find((entity) => entity.displayName === displayName);

	return { emulator, run, saidBy, reachedBy, find, close: async () => await emulator.close() };
}

module.exports = { openContactCentre, nodeCalled, HOST };
