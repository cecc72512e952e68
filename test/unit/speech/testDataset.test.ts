import {
	ACCURACY_KINDS,
	checkTestDataset,
	LISTENING_KINDS,
	trainingDatasets,
} from '../../../nodes/shared/speech/testDataset';
import { customModel, dataset, reference, uuid } from '../entities';
import { HOLES, inputErrorOf } from '../failures';

const MODEL = { locale: 'en-US', training: [uuid(1)] };
const acoustic = (changes = {}) => dataset({ number: 9, kind: 'Acoustic', ...changes });
const check = (changes = {}, kinds = ACCURACY_KINDS) => {
	checkTestDataset(acoustic(changes), MODEL, 'Test Dataset', kinds);
};

describe('test data', () => {
	it.each([
		['audio with transcripts', {}, ACCURACY_KINDS],
		['another case of the locale', { locale: 'EN-us' }, ACCURACY_KINDS],
		['no status told', { status: undefined }, ACCURACY_KINDS],
		['audio alone, for listening', { kind: 'AudioFiles' }, LISTENING_KINDS],
	])('fits with %s', (_what, changes, kinds) => {
		expect(() => {
			check(changes, kinds);
		}).not.toThrow();
	});

	it.each([
		['text', { kind: 'Language' }, /the kind Plain Text/],
		['audio alone', { kind: 'AudioFiles' }, /the kind Audio Only/],
		['a failed upload', { status: 'Failed' }, /could not be processed/],
		['an unfinished upload', { status: 'NotStarted' }, /its status is NotStarted/],
		['another locale', { locale: 'en-GB' }, /locale en-GB, but the model has en-US/],
		['data the model knows', { number: 1 }, /the model is trained with/],
	])('does not fit with %s', (_what, changes, message) => {
		const error = inputErrorOf(() => {
			check(changes);
		});
		expect(error.message).toMatch(message);
		expect(error.message).toContain("'Product names' in 'Test Dataset'");
		expect(`${error.message} ${error.advice}`).not.toMatch(HOLES);
	});
});

describe('the training data of a model', () => {
	it('are the datasets it names', () => {
		const model = customModel({ datasets: [reference('datasets', 1), reference('datasets', 2)] });
		expect(trainingDatasets(model)).toEqual([uuid(1), uuid(2)]);
		expect(trainingDatasets(customModel({ datasets: undefined }))).toEqual([]);
	});
});
