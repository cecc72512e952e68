import { isChangeOpen } from '../../../nodes/DeployModel/change/isChangeOpen';
import type { Endpoint } from '../../../nodes/shared/speech/entities';
import type { Run } from '../../../nodes/shared/waiting/waitingNode';
import { endpoint, NOW, reference } from '../entities';
import { refusal } from '../failures';
import { stubClient } from '../waiting/stubClient';
import { changeMemo } from './changeMemo';

beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

const showing = (model: number, status: string): Endpoint =>
	endpoint({ model: reference('models', model), status });

/** Asks of a change to model 2, sent so long ago, that a look found at rest; `read` is what it then looks like. */
async function isOpen(seen: Endpoint, read: Endpoint | Error, sentBefore = 0) {
	const { client, reads } = stubClient({ read: () => read });
	const run = { client: client, context: {} } as Run;
	const memo = { ...changeMemo, begunAt: NOW - sentBefore };
	const outcome = seen.status === 'Failed' ? ('failed' as const) : ('succeeded' as const);
	const ending = { outcome, entity: seen, gone: false as const, error: null };
	const answer = await isChangeOpen(run, { memo, ending }, seen);
	return { answer, reads: reads.length };
}

const MINUTE = 60_000;

describe('a change that a look found at rest', () => {
	it.each([
		['not shown yet', showing(1, 'Succeeded'), showing(2, 'Running'), 0, true, 0],
		['done', showing(2, 'Succeeded'), showing(2, 'Succeeded'), 0, false, 1],
		['under way again', showing(2, 'Succeeded'), showing(2, 'Running'), 0, true, 1],
		['shown very late', showing(1, 'Succeeded'), showing(2, 'Running'), MINUTE, true, 1],
		['without effect', showing(1, 'Succeeded'), showing(1, 'Succeeded'), MINUTE, false, 1],
		['replaced by another', showing(2, 'Succeeded'), showing(3, 'Running'), 0, false, 1],
		['failed', showing(2, 'Failed'), showing(2, 'Running'), 0, false, 0],
		['not to be read', showing(2, 'Succeeded'), refusal(403), 0, false, 1],
	])('and that is %s', async (_what, seen, read, sentBefore, answer, reads) => {
		expect(await isOpen(seen, read, sentBefore)).toEqual({ answer, reads });
	});
});
