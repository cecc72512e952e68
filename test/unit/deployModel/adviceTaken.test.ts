import {
	explainDeployment,
	rollBackFailed,
} from '../../../nodes/DeployModel/result/explainDeployment';
import { endpoint, reference, uuid } from '../entities';
import { changeMemo } from './changeMemo';

const seen = endpoint({ model: reference('models', 2), status: 'Failed' });
const ending = { outcome: 'failed', entity: seen, gone: false, error: null } as const;
const job = { kind: 'endpoint', id: uuid(1) } as const;
const input = { json: {} };

describe('what is advised after a change that failed', () => {
	it.each([
		['update', /'Operation' set to Roll Back/, /'Earlier Model'/],
		['rollBack', /choose another model in 'Earlier Model'/, /set to Roll Back/],
		['create', /before you create it again/, /Roll Back/],
	] as const)('fits %s', (operation, said, taken) => {
		const memo = { ...changeMemo, operation };
		const { advice } = explainDeployment({ ending, job, memo, input, itemIndex: 0 });
		expect(advice).toMatch(said);
		expect(advice).not.toMatch(taken);
	});

	it.each([
		['update', /'Operation' set to Roll Back/],
		['rollBack', /To try again, run the workflow again\.$/],
	] as const)('fits %s whose change back has failed as well', (operation, said) => {
		const memo = { ...changeMemo, operation, failedBecause: 'No capacity' };
		expect(rollBackFailed(memo, 'it is busy', '', seen).advice).toMatch(said);
	});
});
