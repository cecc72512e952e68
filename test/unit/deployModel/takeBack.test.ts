import type { DeploymentMemo } from '../../../nodes/DeployModel/change/deploymentMemo';
import { failureMark } from '../../../nodes/DeployModel/change/shownChange';
import { takeBack } from '../../../nodes/DeployModel/change/takeBack';
import type { Endpoint } from '../../../nodes/shared/speech/entities';
import type { Outcome } from '../../../nodes/shared/waiting/case';
import type { Run } from '../../../nodes/shared/waiting/waitingNode';
import { endpoint, NOW, reference, uuid } from '../entities';
import { refusal } from '../failures';
import { stubClient } from '../waiting/stubClient';
import { changeMemo } from './changeMemo';

beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

const job = { kind: 'endpoint', id: uuid(1) } as const;

/** The endpoint, set to a model. */
const set = (model: number, status: string): Endpoint =>
	endpoint({ model: reference('models', model), status });

const FAILED: Endpoint = {
	...set(2, 'Failed'),
	lastActionDateTime: '2026-11-01T11:00:00Z',
	properties: { error: { code: 'Capacity', message: 'None is left' } },
};

const REASON = 'Capacity: None is left';

interface Circumstances {
	memo?: Partial<DeploymentMemo>;
	outcome?: Exclude<Outcome, 'succeeded'>;
	gone?: boolean;
	/** As the end of the wait saw it. */
	seen?: Endpoint | null;
	/** As it is now; an error when it cannot be read. */
	read?: Endpoint | Error;
	/** What becomes of the request that sets it back. */
	patch?: (body: unknown) => Promise<Endpoint>;
}

/** Takes back the change of endpoint 1 from model 1 to model 2, which has failed. */
async function back({
	memo = {},
	outcome = 'failed',
	gone = false,
	seen = FAILED,
	read = FAILED,
	patch = async () => await Promise.resolve(set(1, 'Running')),
}: Circumstances = {}) {
	const patched = jest.fn(patch);
	const stub = stubClient({ read: () => read });
	const client = Object.assign(stub.client, {
		reference: (collection: 'models' | 'baseModels', id: string) => `${collection}/${id}`,
		patch: async (_collection: string, _id: string, body: unknown) => await patched(body),
	});
	const item = {
		job,
		memo: { ...changeMemo, begunAt: 0, ...memo },
		ending: { outcome, entity: seen, gone, error: null },
		input: { json: {} },
		itemIndex: 0,
	};
	const taken = takeBack({ client, context: {} } as unknown as Run, item);
	const [begun, error] = await taken.then(
		(done) => [done, null] as const,
		(thrown: unknown) => [null, thrown as Error & { advice: string }] as const,
	);
	const bodies: unknown[] = patched.mock.calls.flat();
	return { begun, error, bodies, reads: stub.reads };
}

describe('a change that failed', () => {
	it('is taken back to the model before, and that is waited for', async () => {
		const { begun, bodies } = await back();
		expect(bodies).toEqual([{ model: `models/${uuid(1)}` }]);
		expect(begun).toEqual({
			job,
			memo: {
				...changeMemo,
				begunAt: NOW,
				failedBecause: REASON,
				failureBefore: failureMark(FAILED),
			},
		});
	});

	it.each<[string, Circumstances]>([
		['the wait for it timed out', { outcome: 'timedOut' }],
		['the wait for it was interrupted', { outcome: 'interrupted' }],
		['its endpoint is gone', { gone: true }],
		['the person does not want that', { memo: { rollBackOnFailure: false } }],
		['there was no model before', { memo: { previous: null } }],
		['it was a change back', { memo: { failedBecause: 'No capacity' } }],
		['nobody knows why, and it was a change back', { memo: { failedBecause: '' } }],
	])('is left as it is when %s', async (_when, circumstances) => {
		const { begun, error, bodies, reads } = await back(circumstances);
		expect({ begun, error, bodies, reads }).toEqual({
			begun: null,
			error: null,
			bodies: [],
			reads: [],
		});
	});

	it.each([
		['is sent already', set(1, 'Running'), 0],
		['has ended already', set(1, 'Succeeded'), 0],
		['was sent and has failed', set(1, 'Failed'), 1],
		['was not sent', set(2, 'Failed'), 1],
	])('has its change back sent only if needed when it %s', async (_what, read, requests) => {
		const { begun, bodies } = await back({ read });
		expect(bodies).toHaveLength(requests);
		expect(begun?.memo).toMatchObject({ failedBecause: REASON, begunAt: NOW });
	});

	it('is taken back although it was never seen', async () => {
		const { begun } = await back({ seen: null });
		expect(begun?.memo).toMatchObject({
			failedBecause: 'the service gave no reason',
			failureBefore: null,
		});
	});

	it.each<[string, Circumstances]>([
		['cannot be read', { read: refusal(403) }],
		[
			'cannot be set back',
			{
				patch: async () => await Promise.reject(refusal(403)),
			},
		],
	])('is told with what the endpoint is set to when it %s', async (_what, circumstances) => {
		const { begun, error } = await back(circumstances);
		expect(begun).toBeNull();
		expect(error?.message).toBe(
			`The deployment of model 'Retail new' to endpoint 'Retail live' failed in Azure: ${REASON}. ` +
				"Rolling back to model 'Retail old' also failed: Refused with 403. " +
				`Endpoint 'Retail live' (ID ${uuid(1)}) is now set to model 'Retail new', with the status Failed.`,
		);
		expect(error?.advice).toMatch(/^Do something else\. .*'Operation' set to Roll Back/);
	});

	it('is told with what is thrown when that is no fault of the service', async () => {
		const { error } = await back({ read: new Error('Cancelled') });
		expect(error?.message).toContain('also failed: Error: Cancelled.');
		expect(error?.advice).not.toMatch(/^\s|undefined/);
	});
});
