import type { INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator, type SeenRequest } from './emulator';
import { runWorkflow, type PlacedNode, type WorkflowRun } from './engine';
import { putModel, stockUp } from './resource';

/** A step of the life cycle, by the name its node has on the canvas. */
export interface Step {
	name: string;
	make: () => INodeType;
	parameters?: INodeParameters;
}

/** Looks often and reads no result files, so that tests need not wait. */
const options = { checkEverySeconds: 1 };

/** The life cycle of a model, from the upload of its data to its endpoint. */
export const LIFE_CYCLE: Step[] = [
	{
		name: 'Upload Dataset',
		make: () => new UploadDataset(),
		parameters: { locale: 'en-US', options },
	},
	{ name: 'Select Baseline', make: () => new SelectBaseline() },
	{ name: 'Train Model', make: () => new TrainModel() },
	{ name: 'Wait For Training', make: () => new WaitForTraining(), parameters: { options } },
	{
		name: 'Test Model',
		make: () => new TestModel(),
		parameters: { options: { ...options, worstUtterances: 0, report: 'never' } },
	},
	{ name: 'Deploy Model', make: () => new DeployModel(), parameters: { options } },
];

/** What one run of the life cycle makes, however often it is run. */
export const ONE_OF_EACH = { datasets: 1, models: 1, evaluations: 1, endpoints: 0, changes: 1 };

/** A resource whose endpoint serves a model that expires, with all a better one takes. Its jobs end at once. */
export interface LifeCycle {
	emulator: Emulator;
	/** The item that enters the life cycle: an endpoint, a test dataset, and a file to train from. */
	item: INodeExecutionData;
	/** The model the endpoint serves at first. */
	oldId: string;
	/** Runs steps in a row on the given item, or on that which enters the life cycle. */
	run: (
		steps: Step[],
		item?: INodeExecutionData,
		more?: Partial<PlacedNode>,
	) => Promise<WorkflowRun>;
	/** How many datasets, models, tests, endpoints and changes of endpoints were made so far. */
	made: () => Record<'datasets' | 'models' | 'evaluations' | 'endpoints' | 'changes', number>;
}

/** Starts an emulator with such a resource. */
export async function lifeCycle(): Promise<LifeCycle> {
	const durations = { queued: 0, dataset: 0, trainingText: 0, evaluation: 0, endpoint: 0 };
	const emulator = await freshEmulator({ seed: 'bare', durations });
	const resource = stockUp(emulator);
	const old = putModel(emulator, resource, 20, { displayName: 'Retail old' });
	const endpoint = emulator.put('endpoints', {
		displayName: 'Retail live',
		locale: 'en-US',
		model: old.id,
	});
	const testDataset = emulator.put('datasets', {
		displayName: 'Calls of October',
		locale: 'en-US',
		kind: 'Acoustic',
	});
	emulator.setOutcome({
		collection: 'evaluations',
		durationMs: 0,
		properties: { wordErrorRate1: 0.1, wordErrorRate2: 0.06, wordCount1: 5_000, wordCount2: 5_000 },
	});
	const text = 'where is my order\ni would like to return the router\n';
	const data = Buffer.from(text).toString('base64');
	const file = { data, mimeType: 'text/plain', fileName: 'sentences.txt' };
	const item: INodeExecutionData = {
		json: { endpoint: { id: endpoint.id }, testDataset: { id: testDataset.id }, note: 'kept' },
		binary: { data: file },
	};
	const before = new Map(
		['datasets', 'models', 'evaluations', 'endpoints'].map((name) => [
			name,
			emulator.list(name).length,
		]),
	);
	const added = (name: string) => emulator.list(name).length - (before.get(name) ?? 0);
	const hadEffect = ({ method, fault }: SeenRequest) =>
		method === 'PATCH' && fault !== 'dropBefore' && fault !== 'status';
	return {
		emulator,
		item,
		oldId: old.id,
		run: async (steps, from = item, more = {}) =>
			await runWorkflow({
				nodes: steps.map(({ make, ...placed }) => ({ node: make(), ...placed, ...more })),
				items: [from],
				credentials: credentialsFor(emulator),
			}),
		made: () => ({
			datasets: added('datasets'),
			models: added('models'),
			evaluations: added('evaluations'),
			endpoints: added('endpoints'),
			changes: emulator.requests().filter(hadEffect).length,
		}),
	};
}
