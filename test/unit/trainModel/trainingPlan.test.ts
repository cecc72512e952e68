import { planFingerprint, type TrainingPlan } from '../../../nodes/TrainModel/plan/trainingPlan';
import { baseModel, customModel, dataset, project } from '../entities';

const PLAN: TrainingPlan = {
	displayName: 'Retail',
	description: '',
	locale: 'en-US',
	base: baseModel(),
	datasets: [dataset({ number: 1 }), dataset({ number: 2 })],
	project: null,
	customModelWeightPercent: 30,
	customProperties: {},
	testDataset: null,
	retrained: null,
};
const of = (changes: Partial<TrainingPlan> = {}) => planFingerprint({ ...PLAN, ...changes });

describe('the fingerprint of a plan', () => {
	it.each<[string, Partial<TrainingPlan>]>([
		['description', { description: 'Other' }],
		['project', { project: project() }],
		['data of its test', { testDataset: dataset({ number: 9 }) }],
		['custom properties', { customProperties: { team: 'a' } }],
		[
			'names of its datasets',
			{ datasets: PLAN.datasets.map((one) => ({ ...one, displayName: 'Z' })) },
		],
		['order of its datasets', { datasets: [...PLAN.datasets].reverse() }],
	])('does not depend on the %s', (_name, changes) => {
		expect(of(changes)).toBe(of());
	});

	it.each<[string, Partial<TrainingPlan>]>([
		['name', { displayName: 'Other' }],
		['locale', { locale: 'en-GB' }],
		['base model', { base: baseModel({ number: 2 }) }],
		['lack of a base model', { base: null }],
		['datasets', { datasets: [dataset({ number: 1 }), dataset({ number: 3 })] }],
		['weight', { customModelWeightPercent: 31 }],
	])('depends on the %s', (_name, changes) => {
		expect(of(changes)).not.toBe(of());
	});

	it('is the same for the same recipe, whichever model it is retrained from', () => {
		expect(of({ retrained: customModel() })).toBe(of());
	});
});
