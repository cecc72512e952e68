import { entityOf, jobKindOfCase } from '../../../nodes/WaitForTraining/jobOfCase';
import { customModel, dataset, uuid } from '../entities';

const running = { id: uuid(1), status: 'Running' };
const done = { id: uuid(1), status: 'Succeeded' };
const failed = { id: uuid(1), status: 'Failed' };

describe('what an item is waited for', () => {
	it.each<[string, Record<string, unknown>, string | null]>([
		['its model', { model: running }, 'model'],
		['its test', { test: running }, 'evaluation'],
		['its endpoint', { endpoint: running }, 'endpoint'],
		['its dataset', { dataset: running }, 'dataset'],
		['its model copy', { modelCopy: running }, 'modelCopy'],
		[
			'its model before anything else that runs',
			{ dataset: running, endpoint: running, model: running },
			'model',
		],
		['its dataset when only that is unfinished', { model: done, dataset: running }, 'dataset'],
		['its test when the model has failed', { model: failed, test: running }, 'evaluation'],
		[
			'a status from the future',
			{ model: done, endpoint: { id: uuid(1), status: 'Pondering' } },
			'endpoint',
		],
		['its model when all is finished', { dataset: done, model: done }, 'model'],
		[
			'its model when nobody says how it stands',
			{ model: { id: uuid(1) }, dataset: done },
			'model',
		],
		['an untouched entity', { model: customModel({ status: 'Running' }) }, 'model'],
		[
			'an untouched dataset beside a finished model',
			{ model: customModel(), dataset: dataset({ status: 'NotStarted' }) },
			'dataset',
		],
		['nothing when it carries nothing', {}, null],
		['nothing when what it carries has no id', { model: {}, dataset: null, endpoint: 'x' }, null],
	])('is %s', (_name, json, kind) => {
		expect(jobKindOfCase(json)).toBe(kind);
	});
});

describe('the entity an item carries', () => {
	it('is found by its kind', () => {
		expect(entityOf({ model: running }, 'model')).toBe(running);
		expect(entityOf({ test: running }, 'evaluation')).toBe(running);
		expect(entityOf({ model: running }, 'dataset')).toBeNull();
	});
});
