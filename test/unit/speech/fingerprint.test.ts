import {
	holdsFingerprint,
	markedFingerprint,
	trainingFingerprint,
	type TrainingRecipe,
} from '../../../nodes/shared/speech/fingerprint';
import { uuid } from '../entities';
import { defined } from '../../support/defined';

const RECIPE: TrainingRecipe = {
	baseModelId: 'abcdef00-0000-4000-8000-00000000000a',
	datasetIds: [uuid(1), 'abcdef00-0000-4000-8000-00000000000b', uuid(3)],
	locale: 'en-US',
	displayName: 'Retail',
	customModelWeightPercent: 30,
};
const of = (changes: Partial<TrainingRecipe> = {}) =>
	trainingFingerprint({ ...RECIPE, ...changes });

describe('the fingerprint of a training', () => {
	it.each<[string, Partial<TrainingRecipe>]>([
		['the recipe is read again', {}],
		['the datasets come in another order', { datasetIds: [...RECIPE.datasetIds].reverse() }],
		[
			'dataset ids are in capitals',
			{ datasetIds: RECIPE.datasetIds.map((id) => id.toUpperCase()) },
		],
		['the base id is in capitals', { baseModelId: defined(RECIPE.baseModelId).toUpperCase() }],
		['the locale is in another case', { locale: 'EN-us' }],
	])('is the same when %s', (_name, changes) => {
		expect(of(changes)).toBe(of());
	});

	it.each<[string, Partial<TrainingRecipe>]>([
		['the name', { displayName: 'Retail 2' }],
		['the case of the name', { displayName: 'RETAIL' }],
		['the base model', { baseModelId: uuid(9) }],
		['the choice of base model, left to the service', { baseModelId: null }],
		['the locale', { locale: 'en-GB' }],
		['the weight', { customModelWeightPercent: 31 }],
		['the weight, left to the service', { customModelWeightPercent: null }],
		['one dataset', { datasetIds: [uuid(1), uuid(2), uuid(4)] }],
		['the number of datasets', { datasetIds: RECIPE.datasetIds.slice(1) }],
	])('differs with %s', (_name, changes) => {
		expect(of(changes)).not.toBe(of());
	});

	it('does not reorder the recipe it is given', () => {
		const datasetIds = [uuid(3), uuid(1)];
		of({ datasetIds });
		expect(datasetIds).toEqual([uuid(3), uuid(1)]);
	});

	it('is 64 hex characters, which a custom property has room for', () => {
		expect(of()).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('the fingerprint kept on a model', () => {
	const fingerprint = 'f'.repeat(64);

	it('begins with the fingerprint and tells the runs apart', () => {
		const kept = markedFingerprint(fingerprint, 'run 7');
		expect(kept).toMatch(/^f{64}\.[0-9a-f]{16}$/);
		expect(kept).toBe(markedFingerprint(fingerprint, 'run 7'));
		expect(kept).not.toBe(markedFingerprint(fingerprint, 'run 8'));
	});

	it.each([
		['with the mark of a run', markedFingerprint(fingerprint, 'run 7'), true],
		['without one', fingerprint, true],
		['of something else', markedFingerprint('e'.repeat(64), 'run 7'), false],
		['that only begins alike', `${fingerprint}f.1`, false],
		['that is missing', undefined, false],
	])('is found in a property %s: %s', (_name, property, expected) => {
		expect(holdsFingerprint(property, fingerprint)).toBe(expected);
	});
});
