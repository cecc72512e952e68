import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { root } from '../../structure/repository.mts';
import type { ContactCentre, Given } from './contactCentre.mts';
import { byId } from '../../support/locator.ts';

const ROW = ['Check Expiration', 'Select Baseline', 'Train Model', 'Wait For Training'];

/**
 * Retrains the model that expires, tests it and deploys it, each step by its node.
 *
 * @returns gives the item that a node let out
 */
export async function goThroughLife({
	emulator,
	run,
}: ContactCentre): Promise<(node: string) => IDataObject> {
	const calls = { displayName: 'Calls of October', locale: 'en-US', kind: 'Acoustic' };
	const { id } = emulator.put('datasets', calls);
	emulator.setOutcome({
		collection: 'evaluations',
		properties: { wordErrorRate1: 0.083, wordErrorRate2: 0.065 },
	});
	const settings = new Map<string, INodeParameters>([
		['Train Model', { options: { testDatasetId: byId(id) } }],
		['Test Model', { options: { worstUtterances: 1 } }],
	]);
	const row = [...ROW, 'Test Model', 'Deploy Model'];
	const life = await run(row.map((node) => ({ node, parameters: settings.get(node) })));
	if (life.status !== 'success') throw life.error ?? new Error(`The run is ${life.status}`);
	return (node) => life.of(node).outputs[0][0].json;
}

/** Uploads a file of the sample data. @returns the item that comes out */
export async function uploadText(centre: ContactCentre): Promise<IDataObject> {
	const { heldBinary } = await import('../../support/storedBinary.mts');
	const content = readFileSync(join(root, 'workflows/sample-data/plain-text.txt'));
	const items = [
		{ json: { locale: 'en-US' }, binary: { data: heldBinary('plain-text.txt', content) } },
	];
	return await runOne(centre, 'Upload Dataset', { items });
}

/** Runs one node. @returns the item that comes out */
export async function runOne(
	{ run }: ContactCentre,
	node: string,
	{ items, parameters }: Given & { parameters?: INodeParameters },
): Promise<IDataObject> {
	const ended = await run([{ node, parameters }], { items });
	if (ended.status !== 'success') throw ended.error ?? new Error(`The run is ${ended.status}`);
	return ended.of(node).outputs[0][0].json;
}
