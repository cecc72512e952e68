import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContactCentre } from '../support/contactCentre.mts';
import type { Scenario } from '../support/scenario.mts';

const locale = 'en-US';
const idOf = ({ find }: ContactCentre, collection: string, name: string) => ({
	id: find(collection, name).id,
});
const retail = (centre: ContactCentre) => idOf(centre, 'models', 'Retail en-US');
const returns = (centre: ContactCentre) => idOf(centre, 'models', 'Returns en-US');
const live = (centre: ContactCentre) => idOf(centre, 'endpoints', 'Retail live');
const put = (
	{ emulator }: ContactCentre,
	collection: string,
	displayName: string,
	more: object = {},
) => {
	const { id } = emulator.put(collection, { displayName, locale, ...more });
	return { id };
};
/** A model made from a base model that can still be used. */
const putModel = (centre: ContactCentre, more: object) =>
	put(centre, 'models', 'Warehouse en-US', {
		baseModel: idOf(centre, 'baseModels', '20261003').id,
		...more,
	});
const calls = (centre: ContactCentre) =>
	put(centre, 'datasets', 'Calls of October', { kind: 'Acoustic' });
const newCase = (centre: ContactCentre) => ({ model: returns(centre), endpoint: live(centre) });
const deploy = (centre: ContactCentre, json: IDataObject, parameters?: INodeParameters) =>
	centre.saidBy('Deploy Model', json, parameters);
const test = (centre: ContactCentre, json: IDataObject, parameters?: INodeParameters) =>
	centre.saidBy('Test Model', json, parameters);

/** What Test Model and Deploy Model say. */
const scenarios: Scenario[] = [
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
		'a deployed model without a test, whose predecessor has expired',
		(centre) => {
			const deprecationDates = { transcriptionDateTime: '2026-07-15T00:00:00Z' };
			const old = put(centre, 'models', 'Old hotline', { properties: { deprecationDates } });
			const endpoint = put(centre, 'endpoints', 'Hotline', {
				model: returns(centre).id,
				customProperties: { n8nPreviousModel: `models/${old.id}` },
			});
			return test(centre, { model: returns(centre), endpoint, testDataset: calls(centre) });
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
		'a model for batch transcription only',
		(centre) => {
			const told = (supportsEndpoints: boolean | null) => ({
				properties: { features: { supportsEndpoints } },
			});
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
	...['Running', 'Failed'].map(
		(status): Scenario => [
			`an endpoint whose last change is ${status}`,
			(centre) => {
				const endpoint = put(centre, 'endpoints', 'Hotline', { model: retail(centre).id, status });
				return deploy(centre, { model: returns(centre), endpoint });
			},
		],
	),
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

export default scenarios;
