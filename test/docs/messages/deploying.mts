const locale = 'en-US';
const idOf = ({ find }, collection, name) => ({ id: find(collection, name).id });
const retail = (centre) => idOf(centre, 'models', 'Retail en-US');
const returns = (centre) => idOf(centre, 'models', 'Returns en-US');
const live = (centre) => idOf(centre, 'endpoints', 'Retail live');
const put = ({ emulator }, collection, displayName, more = {}) => {
	const { id } = emulator.put(collection, { displayName, locale, ...more });
	return { id };
};
/** A model made from a base model that can still be used. */
const putModel = (centre, more) =>
	put(centre, 'models', 'Warehouse en-US', {
		baseModel: idOf(centre, 'baseModels', '20261003').id,
		...more,
	});
const calls = (centre, more) =>
	put(centre, 'datasets', 'Calls of October', { kind: 'Acoustic', ...more });
const newCase = (centre) => ({ model: returns(centre), endpoint: live(centre) });
const deploy = (centre, json, parameters) => centre.saidBy('Deploy Model', json, parameters);
const test = (centre, json, parameters) => centre.saidBy('Test Model', json, parameters);

/** What Test Model and Deploy Model say. */
export default [
	[
		'a model in training',
		(centre) => {
			const model = putModel(centre, { status: 'Running' });
			return test(centre, { model, testDataset: calls(centre) });
		},
	],
	['no test dataset', (centre) => test(centre, newCase(centre))],
	[
		'a test dataset of the wrong kind',
		(centre) => {
			const testDataset = idOf(centre, 'datasets', 'Brand pronunciations');
			return test(centre, { ...newCase(centre), testDataset });
		},
	],
	[
		'a test on training data',
		(centre) => {
			const testDataset = calls(centre);
			const model = putModel(centre, { datasets: [testDataset.id] });
			return test(centre, { model, testDataset });
		},
	],
	[
		'a model against itself',
		(centre) => {
			const json = { model: retail(centre), endpoint: live(centre), testDataset: calls(centre) };
			return test(centre, json);
		},
	],
	[
		'a base model against its own base',
		(centre) => {
			const model = idOf(centre, 'baseModels', '20261003');
			return test(centre, { model, testDataset: calls(centre) });
		},
	],
	[
		'no endpoint to compare with',
		(centre) => {
			const json = { model: retail(centre), testDataset: calls(centre) };
			return test(centre, json, { compareWith: 'endpoint' });
		},
	],
	[
		'a test that was there before',
		async (centre) => {
			const json = { ...newCase(centre), testDataset: calls(centre) };
			await centre.run([{ node: 'Test Model' }], { items: [{ json }] });
			return await test(centre, json, { options: { ifAlreadyTested: 'fail' } });
		},
	],
	[
		'a model that is not better',
		(centre) => {
			const { id } = returns(centre);
			const verdict = { verdict: 'notBetter', better: false, candidate: { id } };
			return deploy(centre, { ...newCase(centre), test: verdict });
		},
	],
	[
		'an item with two endpoints',
		(centre) => {
			const endpoints = [live(centre), idOf(centre, 'endpoints', 'Returns live')];
			return deploy(centre, { model: returns(centre), expiration: { endpoints } });
		},
	],
	[
		'an endpoint of another locale',
		(centre) => {
			const endpoint = put(centre, 'endpoints', 'Hotline', { locale: 'de-DE' });
			return deploy(centre, { model: returns(centre), endpoint });
		},
	],
	[
		'a model that no endpoint can serve',
		(centre) => {
			const told = (supportsEndpoints) => ({ properties: { features: { supportsEndpoints } } });
			const base = put(centre, 'baseModels', '20240228 Whisper Large V2', told(false));
			const model = put(centre, 'models', 'Calls en-US', { baseModel: base.id, ...told(null) });
			return deploy(centre, { model, endpoint: live(centre) });
		},
	],
	[
		'an expired model',
		(centre) => {
			const deprecationDates = { transcriptionDateTime: '2026-07-15T00:00:00Z' };
			const model = put(centre, 'models', 'Old hotline', { properties: { deprecationDates } });
			return deploy(centre, { model, endpoint: live(centre) });
		},
	],
	...['Running', 'Failed'].map((status) => [
		`an endpoint whose last change is ${status}`,
		(centre) => {
			const endpoint = put(centre, 'endpoints', 'Hotline', { model: retail(centre).id, status });
			return deploy(centre, { model: returns(centre), endpoint });
		},
	]),
	[
		'nothing to roll back to',
		(centre) => deploy(centre, newCase(centre), { operation: 'rollBack' }),
	],
	[
		'a change that fails',
		(centre) => {
			const error = { code: 'DeploymentFailed', message: 'No capacity' };
			centre.emulator.setOutcome({ collection: 'endpoints', error, times: 1 });
			return deploy(centre, newCase(centre));
		},
	],
	[
		'an endpoint that was created before',
		async (centre) => {
			const json = { model: returns(centre) };
			const create = { operation: 'create', displayName: 'Second line' };
			await centre.run([{ node: 'Deploy Model', parameters: create }], { items: [{ json }] });
			return await deploy(centre, json, { ...create, options: { ifAlreadyCreated: 'fail' } });
		},
	],
];
