import type { INodeExecutionData } from 'n8n-workflow';

import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { withField, type Place } from '../support/oddFields';
import { putModel, stockUp } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { spoilingProxy } from '../support/spoilingProxy.mts';
import { heldBinary } from '../support/storedBinary.mts';
import { byId } from '../support/locator';

const options = { checkEverySeconds: 1 };

/** By what is made: the node that makes it, of what a resource holds. */
const MAKERS: Record<string, (emulator: Emulator) => NodeTest> = {
	models: (emulator) => {
		const { baseId, datasetIds } = stockUp(emulator);
		return {
			node: new TrainModel(),
			items: [{ json: { baseModel: { id: baseId }, datasets: datasetIds } }],
		};
	},
	evaluations: (emulator) => {
		const model = putModel(emulator, stockUp(emulator), 700);
		const data = emulator.put('datasets', { displayName: 'Calls', kind: 'Acoustic' });
		const fields = { modelId: byId(model.id), testDatasetId: byId(data.id), compareWith: 'base' };
		return { node: new TestModel(), parameters: { ...fields, options } };
	},
	endpoints: (emulator) => {
		const { id } = putModel(emulator, stockUp(emulator), 700);
		const fields = { operation: 'create', modelId: byId(id), displayName: 'Retail live' };
		return { node: new DeployModel(), parameters: { ...fields, options } };
	},
	datasets: () => {
		const data = heldBinary('plain.txt', '\uFEFFA sentence to train with\n');
		const item: INodeExecutionData = { json: { locale: 'en-US' }, binary: { data } };
		return { node: new UploadDataset(), items: [item], parameters: { options } };
	},
};

const ODD: Array<[what: string, changes: Array<[Place, unknown]>]> = [
	[
		'odd in all that is optional',
		[
			[['status'], { code: 7 }],
			[['createdDateTime'], 'soon'],
			[['lastActionDateTime'], 7],
			[['customProperties'], 'x'],
			[['properties'], []],
			[['links'], 'x'],
			[['description'], {}],
			[['baseModel'], 'x'],
			[['datasets'], [null]],
			[['model'], 7],
			[['project'], []],
		],
	],
	['without a name', [[['displayName'], undefined]]],
	['with a number for a locale', [[['locale'], 7]]],
	['without an address', [[['self'], null]]],
	['with the address of something else', [[['self'], 'https://x.example/y']]],
];

describe.each(Object.entries(MAKERS))('an answer to the POST to /%s', (group, testOf) => {
	it.each(ODD)(
		'that is %s is taken, or looked for, and nothing is made twice',
		async (_what, changes) => {
			const emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
			const test = testOf(emulator);
			const before = emulator.list(group).length;
			const proxy = await spoilingProxy(emulator.url, ({ method, path, body }) =>
				method === 'POST' && path.endsWith(`/${group}`)
					? changes.reduce((entity, [place, value]) => withField(entity, place, value), body)
					: body,
			);
			const credentials = credentialsFor(emulator, { endpoint: proxy.url });
			const run = await runNode({ ...test, credentials });
			expect(run.error).toBeUndefined();
			expect(run.outputs[0]).toHaveLength(1);
			expect(run.outputs[0][0].json).not.toHaveProperty('error');
			expect(postsTo(emulator, `/${group}`)).toHaveLength(1);
			expect(emulator.list(group)).toHaveLength(before + 1);
			await proxy.close();
			await emulator.close();
		},
		60_000,
	);
});
