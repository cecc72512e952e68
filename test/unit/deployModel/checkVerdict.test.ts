import { checkVerdict } from '../../../nodes/DeployModel/prepare/checkDeployment';
import { entityUrl, uuid } from '../entities';
import { inputErrorOf } from '../failures';

describe('the verdict an item brings', () => {
	it.each([
		['there is no test', {}],
		['it is better', { test: { better: true } }],
		['it is for listening', { test: { id: uuid(1) } }],
		['it is of another model', { test: { better: false, candidate: { id: uuid(2) } } }],
		[
			'it is of another model, told in full',
			{ test: { better: false, model2: { self: entityUrl('models', 2) } } },
		],
		['the item uses the word for something else', { test: 'yes' }],
	])('lets a model through when %s', (_when, json) => {
		expect(() => {
			checkVerdict(json, uuid(1));
		}).not.toThrow();
	});

	it.each([
		['it says so', { test: { better: false } }],
		['it is of this model', { test: { better: false, candidate: { id: uuid(1) } } }],
		[
			'it is of this model, told in full',
			{ test: { better: false, model2: { self: entityUrl('models', 1).toUpperCase() } } },
		],
	])('holds a model back when %s', (_when, json) => {
		const error = inputErrorOf(() => {
			checkVerdict(json, uuid(1));
		});
		expect(error.message).toMatch(/^The model was not deployed/);
		expect(error.advice).toContain("'If Test Is Not Better'");
	});
});
