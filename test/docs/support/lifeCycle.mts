import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../structure/repository.mts';

const ROW = ['Check Expiration', 'Select Baseline', 'Train Model', 'Wait For Training'];
const byId = (value) => ({ __rl: true, mode: 'id', value });

/**
 * Retrains the model that expires, tests it and deploys it, each step by its node.
 *
 * @returns gives the item that a node let out
 */
async function goThroughLife({
	emulator,
	run,
}: Awaited<ReturnType<typeof import('./contactCentre.mts').openContactCentre>>): Promise<
	(node: string) => object
> {
	const calls = { displayName: 'Calls of October', locale: 'en-US', kind: 'Acoustic' };
	const { id } = emulator.put('datasets', calls);
	emulator.setOutcome({
		collection: 'evaluations',
		properties: { wordErrorRate1: 0.083, wordErrorRate2: 0.065 },
	});
	const settings = {
		'Train Model': { options: { testDatasetId: byId(id) } },
		'Test Model': { options: { worstUtterances: 1 } },
	};
	const row = [...ROW, 'Test Model', 'Deploy Model'];
	const life = await run(row.map((node) => ({ node, parameters: settings[node] })));
	if (life.status !== 'success') throw life.error;
	return (node) => life.of(node).outputs[0][0].json;
}

/** Uploads a file of the sample data. @returns {Promise<object>} the item that comes out */
async function uploadText({ run }): Promise<object> {
	const { heldBinary } = await import('../../support/storedBinary.mts');
	const content = readFileSync(join(root, 'workflows/sample-data/plain-text.txt'));
	const items = [
		{ json: { locale: 'en-US' }, binary: { data: heldBinary('plain-text.txt', content) } },
	];
	return await runOne({ run }, 'Upload Dataset', { items });
}

/** Runs one node. @returns {Promise<object>} the item that comes out */
async function runOne({ run }, node, { items, parameters }): Promise<object> {
	const { of, status, error } = await run([{ node, parameters }], { items });
	if (status !== 'success') throw error;
	return of(node).outputs[0][0].json;
}

export { goThroughLife, uploadText, runOne };
