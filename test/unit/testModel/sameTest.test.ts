import { isTestOf, isTo } from '../../../nodes/TestModel/plan/sameTest';
import {
	isAlone,
	nameOfReference,
	testFingerprint,
	testingKindProperty,
	type TestPlan,
} from '../../../nodes/TestModel/plan/testPlan';
import { baseModel, customModel, dataset, evaluation, reference, uuid } from '../entities';

/** Custom model 1 tested on dataset 1 for figures. */
const SUBJECT = {
	collection: 'models',
	id: uuid(1),
	datasetId: uuid(1),
	testingKind: 'Evaluation',
} as const;
const forListening = { customProperties: { testingKind: 'Inspection' } };
const forFigures = { customProperties: { testingKind: 'Evaluation' } };

describe('a test that is there', () => {
	it.each<[string, Parameters<typeof evaluation>[0], boolean]>([
		['made by hand', {}, true],
		['made for figures', forFigures, true],
		['made for listening, which has figures as well', forListening, true],
		['whatever it is compared with', { model1: reference('models', 7) }, true],
		['of another model', { model2: reference('models', 2) }, false],
		['of a base model of the same id', { model2: reference('baseModels', 1) }, false],
		['on other data', { dataset: reference('datasets', 2) }, false],
		['on data that is none', { dataset: reference('models', 1) }, false],
		['without a model', { model2: undefined }, false],
	])('is one of the model on the data: %s', (_what, facts, expected) => {
		expect(isTestOf(evaluation(facts), SUBJECT)).toBe(expected);
	});

	it.each<[string, Parameters<typeof evaluation>[0], boolean]>([
		['made for it', forListening, true],
		['made by hand', {}, true],
		['made for figures', forFigures, false],
	])('can be listened to in the portals when it was %s', (_how, facts, expected) => {
		expect(isTestOf(evaluation(facts), { ...SUBJECT, testingKind: 'Inspection' })).toBe(expected);
	});

	it.each([
		['models', 'models', true],
		['baseModels', 'baseModels', true],
		// the service may name a base model as it names custom ones
		['models', 'baseModels', true],
		['baseModels', 'models', false],
		['datasets', 'models', false],
	] as const)('links to %s where %s are asked for: %s', (linked, asked, expected) => {
		expect(isTo(reference(linked, 1), asked, uuid(1))).toBe(expected);
		expect(isTo(reference(linked, 2), asked, uuid(1))).toBe(false);
	});

	it('links to nothing without a link', () => {
		expect(isTo(undefined, 'models', uuid(1))).toBe(false);
	});
});

describe('the plan of a test', () => {
	const PLAN: TestPlan = {
		testingKind: 'Evaluation',
		candidate: customModel({ number: 1 }),
		candidateCollection: 'models',
		reference: {
			collection: 'baseModels',
			id: uuid(2),
			model: baseModel({ number: 2 }),
			label: 'Compare With',
			role: null,
			remark: null,
		},
		dataset: dataset({ number: 3 }),
		displayName: 'Retail test',
		project: null,
		ifAlreadyTested: 'reuse' as TestPlan['ifAlreadyTested'],
	};
	const of = (changes: Partial<TestPlan> = {}) => testFingerprint({ ...PLAN, ...changes });
	const compared = (changes: Partial<TestPlan['reference']>) => ({
		reference: { ...PLAN.reference, ...changes },
	});

	it.each<[string, Partial<TestPlan>]>([
		['model', { candidate: customModel({ number: 9 }) }],
		['reference', compared({ id: uuid(9) })],
		['kind of its reference', compared({ collection: 'models' })],
		['data', { dataset: dataset({ number: 9 }) }],
		['use', { testingKind: 'Inspection' }],
	])('is known again by its %s', (_what, changes) => {
		expect(of(changes)).not.toBe(of());
	});

	it.each<[string, Partial<TestPlan>]>([
		['name', { displayName: 'Other' }],
		['names of its models', { candidate: customModel({ number: 1, displayName: 'Other' }) }],
		['role of its reference', compared({ role: 'served', label: 'Model' })],
	])('is the same whatever the %s', (_what, changes) => {
		expect(of(changes)).toBe(of());
	});

	it('is of a model alone when that is compared with itself', () => {
		expect(isAlone(PLAN)).toBe(false);
		expect(isAlone({ ...PLAN, ...compared({ id: uuid(1) }) })).toBe(true);
	});

	it('names the reference, by its id when it is gone', () => {
		expect(nameOfReference(PLAN.reference)).toBe('20260912');
		expect(nameOfReference({ ...PLAN.reference, model: null })).toBe(uuid(2));
	});

	it('tells the portals what the test is for', () => {
		expect(testingKindProperty('Inspection')).toEqual({ testingKind: 'Inspection' });
	});
});
