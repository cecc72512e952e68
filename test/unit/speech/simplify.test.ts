import type { CopyOperation, Evaluation } from '../../../nodes/shared/speech/entities';
import {
	failureText,
	simplifyBaseModel,
	simplifyCopyOperation,
	simplifyDataset,
	simplifyEndpoint,
	simplifyEvaluation,
	simplifyModel,
	fieldsWithoutSecrets,
} from '../../../nodes/shared/speech/simplify';
import { baseModel, customModel, dataset, endpoint, entityUrl, reference, uuid } from '../entities';
import { HOLES } from '../failures';

const sas = 'https://a.blob.core.windows.net/c/f.zip?sv=1&sig=hidden';
const evaluation: Evaluation = {
	self: entityUrl('evaluations', 1),
	displayName: 'Retail test',
	locale: 'en-US',
	model1: reference('models', 1),
	model2: reference('baseModels', 2),
	dataset: reference('datasets', 3),
};
const copy: CopyOperation = { id: uuid(1), self: entityUrl('copyOperations', 1) };
/** What the service must send, and nothing else. */
const bare = { displayName: 'X', locale: 'en-US' };

describe('simplified', () => {
	it.each<[string, object]>([
		[
			'custom model with what Train Model adds',
			{ ...simplifyModel(customModel()), reused: false, charged: true },
		],
		[
			'base model with what Select Baseline adds',
			{
				...simplifyBaseModel(baseModel()),
				trainingDaysLeft: 1,
				transcriptionDaysLeft: 2,
				rejected: [],
			},
		],
		['endpoint', simplifyEndpoint(endpoint())],
		['dataset', simplifyDataset(dataset())],
		['test', simplifyEvaluation(evaluation)],
		['model copy', simplifyCopyOperation(copy)],
		['bare custom model', simplifyModel({ ...bare, self: entityUrl('models', 1) })],
		['bare base model', simplifyBaseModel({ ...bare, self: entityUrl('baseModels', 1) })],
		['bare endpoint', simplifyEndpoint({ ...bare, self: entityUrl('endpoints', 1) })],
		[
			'bare dataset',
			simplifyDataset({ ...bare, kind: 'Language', self: entityUrl('datasets', 1) }),
		],
	])('a %s has at most 12 fields, its id first and no holes', (_name, simple) => {
		expect(Object.keys(simple).length).toBeLessThanOrEqual(12);
		expect(Object.entries(simple)[0]).toEqual(['id', uuid(1)]);
		expect(Object.values(simple)).not.toContain(undefined);
		expect(Object.values(simple).map(String).join()).not.toMatch(/undefined|NaN|Invalid/);
	});

	it('a custom model says what a person looks for, dates in UTC', () => {
		const model = customModel({
			number: 5,
			usableUntil: '2028-10-15T02:00:00+02:00',
			baseModel: reference('baseModels', 8),
			datasets: [reference('datasets', 1), reference('datasets', 2)],
		});
		expect(simplifyModel(model)).toEqual({
			id: uuid(5),
			displayName: 'Retail en-US',
			locale: 'en-US',
			status: 'Succeeded',
			createdDateTime: '2026-10-01T08:00:00Z',
			lastActionDateTime: '2026-10-01T08:42:00Z',
			transcriptionDateTime: '2028-10-15T00:00:00Z',
			baseModelId: uuid(8),
			datasetIds: [uuid(1), uuid(2)],
			customModelWeightPercent: null,
		});
	});

	it('a custom model keeps its weight', () => {
		const model = customModel({ properties: { customModelWeightPercent: 30 } });
		expect(simplifyModel(model)).toMatchObject({ customModelWeightPercent: 30 });
	});

	it('a base model says until when it trains, with what, and whether it costs', () => {
		expect(simplifyBaseModel(baseModel({ charged: true, kinds: ['Language'] }))).toMatchObject({
			adaptationDateTime: '2027-10-15T00:00:00Z',
			transcriptionDateTime: '2028-10-15T00:00:00Z',
			supportsAdaptationsWith: ['Language'],
			chargeForAdaptation: true,
		});
	});

	it('a dataset never carries its content URL', () => {
		const simple = simplifyDataset({ ...dataset(), contentUrl: sas } as never);
		expect(JSON.stringify(simple)).not.toMatch(/contentUrl|blob\.core|sig/);
	});

	it('a dataset counts a line count of 0 as known', () => {
		const counts = { acceptedLineCount: 0, rejectedLineCount: 3 };
		expect(simplifyDataset(dataset({ properties: counts }))).toMatchObject(counts);
	});

	it('a dataset keeps its length, and a length of 0', () => {
		const audio = dataset({ kind: 'Acoustic', properties: { durationMilliseconds: 5_400_000 } });
		const text = dataset({ properties: { durationMilliseconds: 0 } });
		expect(simplifyDataset(audio)).toMatchObject({ durationMilliseconds: 5_400_000 });
		expect(simplifyDataset(text)).toMatchObject({ durationMilliseconds: 0 });
		expect(simplifyDataset(dataset())).toMatchObject({ durationMilliseconds: null });
	});

	it('an endpoint names its model, whether custom or base', () => {
		expect(simplifyEndpoint(endpoint({ model: reference('baseModels', 4) })).modelId).toBe(uuid(4));
	});

	it('a test names both models and the dataset', () => {
		expect(simplifyEvaluation(evaluation)).toMatchObject({
			model1Id: uuid(1),
			model2Id: uuid(2),
			datasetId: uuid(3),
		});
	});

	it('a test tells the error rates of both models once it has succeeded', () => {
		const properties = {
			wordErrorRate1: 0.12,
			wordErrorRate2: 0.065,
			sentenceErrorRate2: 0.5,
			tokenErrors2: { lexical: { numberOfEdits: 4, percentageOfAllEdits: 0.2 } },
		};
		const ended = { ...evaluation, properties, status: 'Succeeded' };
		expect(simplifyEvaluation(ended)).toMatchObject({
			wordErrorRate1: 0.12,
			wordErrorRate2: 0.065,
			figures: {
				model1: { wordErrorRate: 0.12, sentenceErrorRate: null, tokenErrors: null },
				model2: { sentenceErrorRate: 0.5, tokenErrors: { lexical: 4, others: null } },
			},
		});
		expect(simplifyEvaluation({ ...ended, status: 'Running' })).toMatchObject({
			wordErrorRate1: null,
			wordErrorRate2: null,
			figures: { model1: { wordErrorRate: null }, model2: { tokenErrors: null } },
		});
	});

	it('a model copy names the new model once it is there', () => {
		expect(simplifyCopyOperation(copy).modelId).toBeNull();
		const done = { ...copy, result: { link: entityUrl('models', 9) } };
		expect(simplifyCopyOperation(done).modelId).toBe(uuid(9));
	});
});

describe('an untouched entity', () => {
	it('keeps everything but the query of its content URL, and leaves the original alone', () => {
		const entity = { ...dataset(), contentUrl: sas };
		expect(fieldsWithoutSecrets(entity)).toEqual({
			...entity,
			contentUrl: 'https://a.blob.core.windows.net/c/f.zip',
		});
		expect(entity.contentUrl).toBe(sas);
	});

	it('without a content URL stays as it is', () => {
		expect(fieldsWithoutSecrets(customModel())).toEqual(customModel());
	});
});

describe('why a job failed, in words', () => {
	it.each<[string, object, string]>([
		['names code and message', { properties: { error: { code: 'A', message: 'b c' } } }, 'A: b c'],
		['names the message alone', { error: { code: null, message: 'b c' } }, 'b c'],
		['names the code alone', { error: { code: 'A' } }, 'A'],
		['says when no reason was given', { properties: { error: {} } }, 'the service gave no reason'],
		['says when there is no error', {}, 'the service gave no reason'],
		[
			'hides a SAS',
			{ error: { message: `See ${sas}` } },
			'See https://a.blob.core.windows.net/c/f.zip',
		],
	])('%s', (_name, entity, text) => {
		expect(failureText(entity)).toBe(text);
		expect(failureText(entity)).not.toMatch(HOLES);
	});
});
