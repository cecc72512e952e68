import { createCompoundSchema } from 'genson-js';
import { openContactCentre } from './contactCentre.mts';
import { goThroughLife, runOne, uploadText } from './lifeCycle.mts';

/** Texts that the items of the contact centre happen to have none of. */
const TEXTS_LEFT_OUT = ['reason', 'retrainedAsModelId', 'role', 'transcriptionDateTime'];

/**
 * What every node adds to its item, as n8n's editor previews it before the node has run.
 *
 * @returns JSON schemas by node and operation, such as `TestModel/inspect`
 */
async function takePreviews(): Promise<Record<string, object>> {
	const centre = await openContactCentre();
	const inspect = async ({ model, testDataset }) =>
		await runOne(centre, 'Test Model', {
			items: [{ json: { model, testDataset } }],
			parameters: { operation: 'inspect' },
		});
	const deploy = async (operation, { model, endpoint }) =>
		await runOne(centre, 'Deploy Model', {
			items: [{ json: { model, endpoint } }],
			parameters: { operation },
		});
	try {
		const given = await goThroughLife(centre);
		const deployed = given('Deploy Model');
		const items = {
			CheckExpiration: [given('Check Expiration'), ['model', 'expiration', 'summary']],
			SelectBaseline: [given('Select Baseline'), ['baseModel', 'summary']],
			TrainModel: [given('Train Model'), ['model', 'testDataset', 'summary']],
			WaitForTraining: [given('Wait For Training'), ['model', 'wait', 'summary']],
			UploadDataset: [await uploadText(centre), ['dataset', 'wait', 'summary']],
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

function previewOf(json, keys) {
	const added = Object.fromEntries(keys.map((key) => [key, json[key]]));
	const schema = JSON.stringify(createCompoundSchema([added]), (key, value) => {
		// Nothing is promised: with _Simplify_ off, other keys come.
		if (key === 'required' && Array.isArray(value)) return undefined;
		return TEXTS_LEFT_OUT.includes(key) && value.type === 'null' ? { type: 'string' } : value;
	});
	return { ...JSON.parse(schema), version: 1 };
}

export { takePreviews };
