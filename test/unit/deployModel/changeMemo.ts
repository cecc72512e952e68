import type { DeploymentMemo } from '../../../nodes/DeployModel/change/deploymentMemo';
import { NOW, uuid } from '../entities';

/** A change of endpoint 1 from model 1 to model 2. */
export const changeMemo: DeploymentMemo = {
	operation: 'update',
	endpointId: uuid(1),
	endpointName: 'Retail live',
	model: { collection: 'models', id: uuid(2), displayName: 'Retail new' },
	previous: { collection: 'models', id: uuid(1), displayName: 'Retail old' },
	changed: true,
	rollBackOnFailure: true,
	failedBecause: null,
	begunAt: NOW,
	failureBefore: null,
	simplified: true,
};
