const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { root } = require('../../structure/repository');
const { openContactCentre } = require('./contactCentre');
const { tidySample } = require('./tidySample');

const ROW = ['Check Expiration', 'Select Baseline', 'Train Model', 'Wait For Training'];
const byId = (value) => ({ __rl: true, mode: 'id', value });
const pick = (json, keys) => Object.fromEntries(keys.map((key) => [key, json[key]]));

/** Runs every node as its page tells and takes what it added. @returns {Promise<Record<string, object>>} by name */
async function takeSamples() {
	const contactCentre = await openContactCentre();
	const { emulator, run } = contactCentre;
	const tidy = (json, keys) => tidySample(pick(json, keys), emulator);
	try {
		const life = await lifeCycle(contactCentre);
		const given = (node) => life.of(node).outputs[0][0].json;
		const uploaded = await upload(run);
		const failed = await failedWait(contactCentre);
		return {
			'check-expiration': tidy(given('Check Expiration'), ['model', 'expiration', 'summary']),
			'select-baseline': tidy(given('Select Baseline'), ['baseModel', 'summary']),
			'train-model': tidy(given('Train Model'), ['model', 'testDataset', 'summary']),
			'wait-for-training': tidy(given('Wait For Training'), ['model', 'wait', 'summary']),
			'test-model': tidy(given('Test Model'), ['test', 'report', 'wait', 'summary']),
			'deploy-model': tidy(given('Deploy Model'), ['endpoint', 'wait', 'summary']),
			'upload-dataset': tidy(uploaded, ['dataset', 'wait', 'summary']),
			'failed-item': tidySample(failed, emulator),
		};
	} finally {
		await contactCentre.close();
	}
}

async function lifeCycle({ emulator, run }) {
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
	return life;
}

async function upload(run) {
	const { heldBinary } = require('../../support/storedBinary');
	const content = readFileSync(join(root, 'workflows/sample-data/plain-text.txt'));
	const items = [
		{ json: { locale: 'en-US' }, binary: { data: heldBinary('plain-text.txt', content) } },
	];
	const { of, status, error } = await run([{ node: 'Upload Dataset' }], { items });
	if (status !== 'success') throw error;
	return of('Upload Dataset').outputs[0][0].json;
}

/** What leaves by the error output when a training fails. */
async function failedWait({ emulator, run }) {
	const { id } = emulator.put('models', {
		displayName: 'Warehouse en-US',
		locale: 'en-US',
		status: 'Running',
	});
	emulator.finish('models', id, 'Failed', { code: 'InvalidData', message: 'No usable text' });
	const row = [{ node: 'Wait For Training', onError: 'continueErrorOutput' }];
	const { of } = await run(row, { items: [{ json: { ticket: 4711, model: { id } } }] });
	return of('Wait For Training').outputs[1][0].json;
}

module.exports = { takeSamples };
