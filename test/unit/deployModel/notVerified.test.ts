import { notVerified } from '../../../nodes/DeployModel/result/explainDeployment';
import { endpoint, reference } from '../entities';
import { changeMemo } from './changeMemo';

const changeBack = { ...changeMemo, failedBecause: 'No capacity' };

describe('what is said of a change that cannot be verified', () => {
	it.each([
		[changeMemo, 1, 'Succeeded', /^The change had no effect\. .* is now set to model 'Retail old'/],
		[changeMemo, 2, 'Running', /^The change is not finished\. .* with the status Running\.$/],
		[changeMemo, 1, 'Running', /^The change had no effect\. /],
		[changeBack, 2, 'Succeeded', /Rolling back .* also failed: the rollback had no effect\./],
		[changeBack, 1, 'Running', /also failed: the rollback is not finished\./],
	])('tells whether it still goes on (%#)', (memo, model, status, message) => {
		const seen = endpoint({ model: reference('models', model), status });
		expect(notVerified(memo, seen).message).toMatch(message);
	});
});
