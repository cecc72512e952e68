import type { IDataObject } from 'n8n-workflow';
import type { EmulatorControl } from '../../../playground/emulator/emulatorControl.mts';
import type { StoredCredential } from '../../../playground/n8n/credential.mts';
import {
	credentialsWith,
	OUR_PREFIX,
	type WorkflowDraft,
	type WorkflowNode,
} from '../../../playground/workflows/workflow.mts';
import { byId } from '../../support/locator.ts';

export const TRIGGER = 'Every Week';

/** A node set up to run right after a trigger, and the columns its output is to begin with. */
export interface Placed {
	name: string;
	type: string;
	parameters: IDataObject;
	columns: string[];
	onError?: WorkflowNode['onError'];
}

/**
 * What each node of the package needs to do its work after a trigger, which brings nothing of use.
 *
 * @param contentUrl Where the data of a dataset is.
 */
export async function placedNodes(control: EmulatorControl, contentUrl: string): Promise<Placed[]> {
	const put = async (collection: 'datasets' | 'models' | 'endpoints', entity: object) =>
		byId((await control.put(collection, { locale: 'en-US', ...entity })).id);
	const [old] = await control.list('models');
	const testDatasetId = await put('datasets', { displayName: 'Calls of May', kind: 'Acoustic' });
	const endpointId = await put('endpoints', { displayName: 'Hotline live', model: old.id });
	const modelId = byId(old.id);
	const options = { checkEverySeconds: 1 };
	return [
		placed('Select Baseline', { locale: byId('en-US') }, ['baseModel']),
		placed(
			'Upload Dataset',
			{ operation: 'url', contentUrl, kind: 'Language', locale: byId('en-US'), options },
			['dataset', 'wait'],
		),
		placed('Train Model', { operation: 'retrain', modelId }, ['model']),
		placed('Wait For Training', { operation: 'model', modelId, options }, ['model', 'wait']),
		placed('Test Model', { modelId, testDatasetId, compareWith: 'base', options }, [
			'test',
			'wait',
		]),
		placed('Deploy Model', { modelId, endpointId, options }, ['endpoint']),
		placed('Check Expiration', {}, ['expiration', 'model']),
	];
}

function placed(name: string, parameters: IDataObject, own: string[]): Placed {
	const type = `${name[0].toLowerCase()}${name.slice(1).replaceAll(' ', '')}`;
	return { name, type, parameters, columns: ['summary', ...own] };
}

/** A workflow in which a schedule leads to each of the nodes. */
export function afterSchedule(nodes: Placed[], credential: StoredCredential): WorkflowDraft {
	const ours = nodes.map(
		({ name, type, parameters, onError }, index): WorkflowNode => ({
			id: `own-${index}`,
			name,
			type: `${OUR_PREFIX}${type}`,
			typeVersion: 1,
			position: [320, index * 160],
			parameters,
			credentials: credentialsWith(credential),
			...(onError && { onError }),
		}),
	);
	const trigger: WorkflowNode = {
		id: 'trigger',
		name: TRIGGER,
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		position: [0, 0],
		parameters: { rule: { interval: [{ field: 'weeks' }] } },
	};
	return {
		name: 'Own Columns',
		nodes: [trigger, ...ours],
		connections: {
			[TRIGGER]: { main: [ours.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
		},
		settings: { executionOrder: 'v1' },
	};
}
