import type { INodeType } from 'n8n-workflow';

import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { stockUp, type Resource } from '../support/resource';

const toPick = { __rl: true, mode: 'list', value: '' };

/** A node, what comes in and its fields, what the advice says, and what is set already. */
type Case = [
	what: string,
	node: () => INodeType,
	json: (resource: Resource) => object,
	parameters: object,
	said: RegExp,
	taken: RegExp,
];

const ofBase = ({ baseId, datasetIds }: Resource) => ({
	model: { id: baseId },
	testDataset: { id: datasetIds[0] },
});
const ofNew = { operation: 'new' };

describe('An error', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	it.each<Case>([
		[
			'a new model without datasets',
			() => new TrainModel(),
			() => ({}),
			ofNew,
			/^No datasets to train with: 'Datasets' is empty\. Choose at least one/,
			/New Model|incoming item/,
		],
		[
			'a new model whose one entry is empty',
			() => new TrainModel(),
			() => ({ datasets: [] }),
			{ ...ofNew, datasets: { dataset: [{ datasetId: toPick }] } },
			/'Datasets' is empty\. Choose at least one/,
			/New Model|incoming item/,
		],
		[
			'a new model without datasets after an upload',
			() => new TrainModel(),
			({ datasetIds }) => ({ dataset: { id: datasetIds[0] } }),
			ofNew,
			/'Datasets' is empty\. Set 'Source' to Incoming Item/,
			/New Model/,
		],
		[
			'an upload that is for testing only',
			() => new TrainModel(),
			({ datasetIds }) => ({ testDataset: { id: datasetIds[0] } }),
			{},
			/'Intended Use' of Upload Dataset to Training/,
			/Put .*Upload Dataset/,
		],
		[
			'a base model to listen to against its own base',
			() => new TestModel(),
			ofBase,
			{ operation: 'inspect', compareWith: 'base' },
			/or set 'Compare With' to Automatic to listen to it alone/,
			/Inspect Quality/,
		],
		[
			'a base model to measure',
			() => new TestModel(),
			ofBase,
			{},
			/or set 'Operation' to Inspect Quality to listen to it alone/,
			/to Automatic/,
		],
		[
			'a locale without base models, picked from the list',
			() => new SelectBaseline(),
			() => ({}),
			{ locale: { __rl: true, mode: 'list', value: 'ja-JP' } },
			/Choose another locale in 'Locale'/,
			/from the list/,
		],
	])('on %s advises nothing that is set', async (_what, node, json, parameters, said, taken) => {
		const run = await runNode({
			node: node(),
			items: [{ json: { ...json(resource) } }],
			parameters: parameters as never,
			credentials: credentialsFor(emulator),
		});
		const { message = '', description = '' } = run.error ?? {};
		expect(`${message} ${String(description)}`).toMatch(said);
		expect(`${message} ${String(description)}`).not.toMatch(taken);
	});
});
