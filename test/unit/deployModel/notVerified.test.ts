import type { DeploymentMemo } from '../../../nodes/DeployModel/deploymentMemo';
import { notVerified } from '../../../nodes/DeployModel/explainDeployment';
import { endpoint, NOW, reference, uuid } from '../entities';

const named = (number: number, displayName: string) =>
	({ collection: 'models', id: uuid(number), displayName }) as const;
const change: DeploymentMemo = {
	operation: 'update',
	endpointId: uuid(1),
	endpointName: 'Retail live',
	model: named(2, 'Retail new'),
	previous: named(1, 'Retail old'),
	changed: true,
	rollBackOnFailure: true,
	failedBecause: null,
	begunAt: NOW,
	failureBefore: null,
	simplified: true,
};
const changeBack = { ...change, failedBecause: 'No capacity' };

describe('what is said of a change that cannot be verified', () => {
	it.each([
		[change, 1, 'Succeeded', /^The change had no effect\. .* is set to model 'Retail old' now/],
		[change, 2, 'Running', /^The change is not finished\. .* with the status Running\.$/],
		[change, 1, 'Running', /^The change had no effect\. /],
		[changeBack, 2, 'Succeeded', /Rolling back .* failed, too: the change back had no effect\./],
		[changeBack, 1, 'Running', /failed, too: the change back is not finished\./],
	])('tells whether it still goes on (%#)', (memo, model, status, message) => {
		const seen = endpoint({ model: reference('models', model), status });
		expect(notVerified(memo, seen).message).toMatch(message);
	});
});
