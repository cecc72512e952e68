import type { INodeExecutionData } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import type { CredentialValues } from './credentialStore';
import type { Emulator } from './emulator';
import { runNode, type NodeRun, type PlacedNode } from './engine';
import { putModel, stockUp } from './resource';
import { heldBinary } from './storedBinary.mts';
import { byId } from './locator';

/** A list of the service by its path. */
export type Group =
	| 'models'
	| 'models/base'
	| 'datasets'
	| 'endpoints'
	| 'evaluations'
	| 'projects';

/** A resource with an entity of every kind, each with all its fields. */
export interface World {
	ids: Record<Group | 'testData' | 'former', string>;
	entities: Record<Group, object>;
}

/** What a person does with a node, and whose entities it reads. */
export interface Doing {
	what: string;
	groups: Group[];
	run: (world: World, credentials: CredentialValues) => Promise<NodeRun>;
}

const PROPERTIES = { team: 'retail', n8nTestKind: 'x' };

/** Puts an entity of every kind into an emulator. */
export function allKindsOf(emulator: Emulator): World {
	const resource = stockUp(emulator);
	const project = emulator.put('projects', { displayName: 'Shop', customProperties: PROPERTIES });
	const common = { locale: 'en-US', project: project.id, customProperties: PROPERTIES };
	const described = { ...common, description: 'All fields' };
	const former = putModel(emulator, resource, 20, { displayName: 'Retail old', ...common });
	const model = putModel(emulator, resource, 700, { displayName: 'Retail new', ...described });
	const endpoint = emulator.put('endpoints', {
		displayName: 'Retail live',
		...described,
		model: former.id,
		customProperties: { ...PROPERTIES, n8nPreviousModel: `models/${model.id}` },
	});
	const testData = emulator.put('datasets', {
		displayName: 'Calls',
		kind: 'Acoustic',
		...described,
	});
	const evaluation = emulator.put('evaluations', {
		displayName: 'Retail test',
		...described,
		model1: former.id,
		model2: model.id,
		dataset: testData.id,
		properties: { wordErrorRate1: 0.1, wordErrorRate2: 0.05, wordCount1: 5_000, wordCount2: 5_000 },
	});
	const ids = {
		models: model.id,
		'models/base': resource.baseId,
		datasets: resource.datasetIds[0],
		endpoints: endpoint.id,
		evaluations: evaluation.id,
		projects: project.id,
		testData: testData.id,
		former: former.id,
	};
	const shown = (collection: string, id: string) => emulator.get(collection, id) ?? {};
	return {
		ids,
		entities: {
			models: shown('models', ids.models),
			'models/base': shown('baseModels', ids['models/base']),
			datasets: shown('datasets', ids.datasets),
			endpoints: shown('endpoints', ids.endpoints),
			evaluations: shown('evaluations', ids.evaluations),
			projects: shown('projects', ids.projects),
		},
	};
}

/** Waits that end soon, however the job is. */
const SHORT = { giveUpAfterDays: 2 / 86_400, checkEverySeconds: 1, waitWhere: 'inProcess' };

type Setup = PlacedNode & { item?: INodeExecutionData };

function doing(what: string, groups: Group[], setup: (ids: World['ids']) => Setup): Doing {
	return {
		what,
		groups,
		run: async ({ ids }, credentials) => {
			const { item = { json: {} }, ...placed } = setup(ids);
			return await runNode({ ...placed, items: [item], credentials });
		},
	};
}

const waiting = (group: Group, key: string) =>
	doing(`a wait for one of the ${group}`, [group], (ids) => ({
		node: new WaitForTraining(),
		item: { json: { [key]: { id: ids[group] } } },
		parameters: { options: SHORT },
	}));

/** Every node, by every way in which it reads. */
export const DOINGS: Doing[] = [
	doing('Check Expiration', ['models', 'models/base', 'endpoints'], () => ({
		node: new CheckExpiration(),
		parameters: { warnWithinDays: 60 },
	})),
	doing('the report of Check Expiration', ['models', 'models/base', 'endpoints'], () => ({
		node: new CheckExpiration(),
		parameters: { returnAs: 'report' },
	})),
	doing('the untouched fields of Check Expiration', ['models', 'endpoints'], (ids) => ({
		node: new CheckExpiration(),
		parameters: { simplify: false, filters: { projectId: byId(ids.projects) } },
	})),
	doing('Select Baseline', ['models/base', 'datasets'], (ids) => ({
		node: new SelectBaseline(),
		item: { json: { locale: 'en-US', datasets: [{ id: ids.datasets }] } },
	})),
	doing('Select Baseline with one base model', ['models/base'], (ids) => ({
		node: new SelectBaseline(),
		parameters: { operation: 'specific', baseModelId: byId(ids['models/base']) },
	})),
	doing('Train Model', ['models', 'models/base', 'datasets', 'projects'], (ids) => ({
		node: new TrainModel(),
		item: { json: { baseModel: { id: ids['models/base'] }, datasets: [{ id: ids.datasets }] } },
		parameters: {
			displayName: 'Retail',
			options: { testDatasetId: byId(ids.testData), projectId: byId(ids.projects) },
		},
	})),
	doing('a retraining', ['models', 'models/base', 'datasets', 'projects'], (ids) => ({
		node: new TrainModel(),
		parameters: { operation: 'retrain', modelId: byId(ids.models) },
	})),
	waiting('models', 'model'),
	waiting('datasets', 'dataset'),
	waiting('endpoints', 'endpoint'),
	waiting('evaluations', 'test'),
	doing('Test Model', ['models', 'endpoints', 'datasets', 'evaluations', 'projects'], (ids) => ({
		node: new TestModel(),
		parameters: {
			modelId: byId(ids.models),
			testDatasetId: byId(ids.testData),
			compareWith: 'endpoint',
			endpointId: byId(ids.endpoints),
			options: { ...SHORT, projectId: byId(ids.projects) },
		},
	})),
	doing('Deploy Model', ['models', 'models/base', 'endpoints'], (ids) => ({
		node: new DeployModel(),
		parameters: {
			operation: 'update',
			modelId: byId(ids.models),
			endpointId: byId(ids.endpoints),
			options: SHORT,
		},
	})),
	doing('a new endpoint', ['models', 'endpoints', 'projects'], (ids) => ({
		node: new DeployModel(),
		parameters: {
			operation: 'create',
			modelId: byId(ids.models),
			displayName: 'Made here',
			options: { ...SHORT, projectId: byId(ids.projects) },
		},
	})),
	doing('a roll-back', ['models', 'endpoints'], (ids) => ({
		node: new DeployModel(),
		parameters: { operation: 'rollBack', endpointId: byId(ids.endpoints), options: SHORT },
	})),
	doing('Upload Dataset', ['datasets', 'projects'], (ids) => ({
		node: new UploadDataset(),
		item: {
			json: { locale: 'en-US' },
			binary: { data: heldBinary('plain.txt', '\uFEFFA sentence to train with\n') },
		},
		parameters: { options: { ...SHORT, projectId: byId(ids.projects) } },
	})),
];
