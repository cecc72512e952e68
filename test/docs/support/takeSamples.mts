import type { IDataObject } from 'n8n-workflow';
import { openContactCentre, type ContactCentre, type Step } from './contactCentre.mts';
import { goThroughLife, uploadText } from './lifeCycle.mts';
import { tidySample } from './tidySample.mts';

const pick = (json: IDataObject, keys: string[]) =>
	Object.fromEntries(keys.map((key) => [key, json[key]]));

/** Some of the fields of some of the keys, in the order given. */
const pickFields = (json: IDataObject, fields: Record<string, string[]>) =>
	Object.fromEntries(
		Object.entries(fields).map(([key, names]) => [key, pick(json[key] as IDataObject, names)]),
	);

/** Short enough for a first page. */
const WHOLE_ITEM = {
	model: ['displayName', 'locale', 'status', 'transcriptionDateTime'],
	baseModel: ['displayName'],
	test: ['better', 'verdict', 'gain'],
	endpoint: ['displayName', 'changed', 'verified'],
};

/** Runs every node as its page tells and takes what it added. @returns by name */
export async function takeSamples(): Promise<Record<string, object>> {
	const centre = await openContactCentre();
	const { emulator } = centre;
	const tidy = (json: IDataObject, keys: string[]) => tidySample(pick(json, keys), emulator);
	try {
		const given = await goThroughLife(centre);
		const uploaded = await uploadText(centre);
		const deployed = given('Deploy Model');
		const failed = await failedWait(centre);
		return {
			'check-expiration': tidy(given('Check Expiration'), ['model', 'expiration', 'summary']),
			'select-baseline': tidy(given('Select Baseline'), ['baseModel', 'summary']),
			'train-model': tidy(given('Train Model'), ['model', 'testDataset', 'summary']),
			'wait-for-training': tidy(given('Wait For Training'), ['model', 'wait', 'summary']),
			'test-model': tidy(given('Test Model'), ['test', 'report', 'wait', 'summary']),
			'deploy-model': tidy(deployed, ['endpoint', 'wait', 'summary']),
			'upload-dataset': tidy(uploaded, ['dataset', 'wait', 'summary']),
			'whole-item': tidySample(
				{ ...pickFields(deployed, WHOLE_ITEM), ...pick(deployed, ['summary']) },
				emulator,
			),
			'failed-item': tidySample(failed, emulator),
		};
	} finally {
		await centre.close();
	}
}

/** What leaves by the error output when a training fails. */
async function failedWait({ emulator, run }: ContactCentre) {
	const { id } = emulator.put('models', {
		displayName: 'Warehouse en-US',
		locale: 'en-US',
		status: 'Running',
	});
	emulator.finish('models', id, 'Failed', { code: 'InvalidData', message: 'No usable text' });
	const row: Step[] = [{ node: 'Wait For Training', onError: 'continueErrorOutput' }];
	const failed = await run(row, { items: [{ json: { ticket: 4711, model: { id } } }] });
	return failed.of('Wait For Training').outputs[1][0].json;
}
