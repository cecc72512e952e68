import { createCompoundSchema } from 'genson-js';
import type { IDataObject } from 'n8n-workflow';
import { openContactCentre } from './contactCentre.mts';
import { goThroughLife, runOne, uploadText } from './lifeCycle.mts';

/** The item a node let out, and what of it the node has added. */
type Item = [json: IDataObject, keys: string[]];

/** Texts that the items of the contact centre happen to have none of. */
const TEXTS_LEFT_OUT = ['reason', 'retrainedAsModelId', 'role', 'transcriptionDateTime'];

/**
 * What every node adds to its item, as n8n's editor previews it before the node has run.
 *
 * @returns JSON schemas by node and operation, such as `TestModel/inspect`
 */
export async function takePreviews(): Promise<Record<string, object>> {
	const centre = await openContactCentre();
	const inspect = async ({ model, testDataset }: IDataObject) =>
		await runOne(centre, 'Test Model', {
			items: [{ json: { model, testDataset } }],
			parameters: { operation: 'inspect' },
		});
	const deploy = async (operation: string, { model, endpoint }: IDataObject) =>
		await runOne(centre, 'Deploy Model', {
			items: [{ json: { model, endpoint } }],
			parameters: { operation },
		});
	const waitedFor = async (operation: string, json: IDataObject) =>
		await runOne(centre, 'Wait For Training', { items: [{ json }], parameters: { operation } });
	try {
		const given = await goThroughLife(centre);
		const deployed = given('Deploy Model');
		const checked: Item = [given('Check Expiration'), ['model', 'expiration', 'summary']];
		const selected: Item = [given('Select Baseline'), ['baseModel', 'summary']];
		const trained: Item = [given('Train Model'), ['model', 'testDataset', 'summary']];
		const waited: Item = [given('Wait For Training'), ['model', 'wait', 'summary']];
		const uploaded: Item = [await uploadText(centre), ['dataset', 'wait', 'summary']];
		const finished = async (operation: string, key: string, json: IDataObject): Promise<Item> => [
			await waitedFor(operation, json),
			[key, 'wait', 'summary'],
		];
		const items: Record<string, Item> = {
			'CheckExpiration/all': checked,
			'CheckExpiration/endpoints': checked,
			'CheckExpiration/model': checked,
			'SelectBaseline/newest': selected,
			'SelectBaseline/specific': selected,
			'TrainModel/item': trained,
			'TrainModel/new': trained,
			'TrainModel/retrain': trained,
			'WaitForTraining/item': waited,
			'WaitForTraining/model': waited,
			'WaitForTraining/dataset': await finished('dataset', 'dataset', uploaded[0]),
			'WaitForTraining/endpoint': await finished('endpoint', 'endpoint', deployed),
			'WaitForTraining/evaluation': await finished('evaluation', 'test', given('Test Model')),
			'WaitForTraining/modelCopy': await finished('modelCopy', 'modelCopy', {
				modelCopy: { id: centre.emulator.put('operations').id },
			}),
			'UploadDataset/file': uploaded,
			'UploadDataset/url': uploaded,
			'TestModel/evaluate': [given('Test Model'), ['test', 'report', 'wait', 'summary']],
			'TestModel/inspect': [
				await inspect(given('Train Model')),
				['test', 'report', 'wait', 'summary'],
			],
			'DeployModel/update': [deployed, ['endpoint', 'wait', 'summary']],
			'DeployModel/create': [await deploy('create', deployed), ['endpoint', 'wait', 'summary']],
			'DeployModel/rollBack': [await deploy('rollBack', deployed), ['endpoint', 'wait', 'summary']],
		};
		return Object.fromEntries(
			Object.entries(items).map(([name, [json, keys]]) => [name, previewOf(json, keys)]),
		);
	} finally {
		await centre.close();
	}
}

function previewOf(json: IDataObject, keys: string[]): object {
	const added = Object.fromEntries(keys.map((key) => [key, json[key]]));
	const schema = JSON.stringify(createCompoundSchema([added]), (key, value: unknown) => {
		// Nothing is promised: with _Simplify_ off, other keys come.
		if (key === 'required' && Array.isArray(value)) return undefined;
		return TEXTS_LEFT_OUT.includes(key) && isNull(value) ? { type: 'string' } : value;
	});
	return { ...(JSON.parse(schema) as object), version: 1 };
}

/** Whether a schema is that of nothing. */
const isNull = (schema: unknown) =>
	typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'null';
