import { fetchJobs, jobKey, type Job } from '../../../nodes/shared/waiting/jobs';
import { uuid } from '../entities';
import { refusal, silence } from '../failures';
import { modelJob, modelWith, stubClient } from './stubClient';

const models = (count: number) => Array.from({ length: count }, (_, index) => modelJob(index + 1));
const running = (count: number) => models(count).map((_, index) => modelWith(index + 1, 'Running'));
const kinds = (look: Awaited<ReturnType<typeof fetchJobs>>, jobs: Job[]) =>
	jobs.map((job) => look.sightings.get(jobKey(job))?.kind);

describe('a look at several jobs', () => {
	it('asks for nothing when there are none', async () => {
		const { client, reads, lists } = stubClient({});
		expect(await fetchJobs(client, [], null)).toEqual({
			sightings: new Map(),
			requests: 0,
			retryAfter: 0,
		});
		expect([...reads, ...lists]).toEqual([]);
	});

	it('asks for up to 4 of a kind one by one', async () => {
		const { client, reads, lists } = stubClient({ read: () => modelWith(1, 'Running') });
		await fetchJobs(client, models(4), null);
		expect(reads).toEqual([1, 2, 3, 4].map(uuid));
		expect(lists).toEqual([]);
	});

	it('asks for more than 4 of a kind with one list', async () => {
		const { client, reads, lists } = stubClient({ list: () => [running(5)] });
		const look = await fetchJobs(client, models(5), null);
		expect(kinds(look, models(5))).toEqual(Array(5).fill('seen'));
		expect(lists).toEqual([{ path: '/models', filter: undefined }]);
		expect(reads).toEqual([]);
	});

	it('never takes a list that is not there for jobs that are gone', async () => {
		const { client } = stubClient({
			list: () => {
				throw refusal(404);
			},
		});
		const look = await fetchJobs(client, models(5), null);
		expect(kinds(look, models(5))).toEqual(Array(5).fill('refused'));
	});

	it('counts each kind for itself', async () => {
		const datasets = models(3).map(({ id }): Job => ({ kind: 'dataset', id }));
		const { client, reads, lists } = stubClient({ read: () => modelWith(1, 'Running') });
		await fetchJobs(client, [...models(3), ...datasets], null);
		expect(reads).toHaveLength(6);
		expect(lists).toEqual([]);
	});

	it('asks one by one for what has no list', async () => {
		const copies = models(6).map(({ id }): Job => ({ kind: 'modelCopy', id }));
		const { client, reads, lists } = stubClient({ read: () => modelWith(1, 'Running') });
		await fetchJobs(client, copies, null);
		expect(reads).toHaveLength(6);
		expect(lists).toEqual([]);
	});

	it('reads every page of a list, and passes over what it does not wait for', async () => {
		const others = [modelWith(8, 'Failed'), modelWith(9, 'Failed')];
		const list = () => [running(3), others, running(5).slice(3)];
		const { client, reads } = stubClient({ list });
		const look = await fetchJobs(client, models(5), null);
		expect(look.sightings.size).toBe(5);
		expect(reads).toEqual([]);
	});

	it('asks again for the one that a list does not hold, and believes it gone only then', async () => {
		const { client, reads } = stubClient({ list: () => [running(4)] });
		const look = await fetchJobs(client, models(5), null);
		expect(reads).toEqual([uuid(5)]);
		expect(kinds(look, models(5))).toEqual(['seen', 'seen', 'seen', 'seen', 'gone']);
	});

	it('keeps lists short by the date of the oldest', async () => {
		const { client, lists } = stubClient({ list: () => [running(5)] });
		await fetchJobs(client, models(5), '2026-10-01T00:00:00Z');
		expect(lists[0].filter).toBe('createdDateTime ge 2026-10-01T00:00:00Z');
	});

	it.each([
		['each of the jobs it asks for one by one', 3, () => [], 3],
		['each page of a list', 5, () => [running(3), running(5).slice(3)], 2],
		['each that a list does not hold besides', 5, () => [running(4)], 2],
		['a list that did not come', 5, () => refusal(503), 1],
		['a list that is refused, and what is asked for in its place', 5, () => refusal(400), 6],
	])('counts a request for %s', async (_name, count, list, requests) => {
		const { client } = stubClient({ list, read: () => modelWith(1, 'Running') });
		expect((await fetchJobs(client, models(count), null)).requests).toBe(requests);
	});

	it('tells the longest wait that was asked for', async () => {
		const single = stubClient({ read: () => modelWith(1, 'Running'), retryAfter: 17 });
		expect((await fetchJobs(single.client, models(1), null)).retryAfter).toBe(17);
		const listed = stubClient({ list: () => [running(5)], retryAfter: 23 });
		expect((await fetchJobs(listed.client, models(5), null)).retryAfter).toBe(23);
	});
});

describe('a look that goes wrong', () => {
	it.each([
		['is gone when it does not exist', refusal(404), 'gone'],
		['is unclear when no answer comes', silence(), 'unclear'],
		['is unclear when throttled', refusal(429), 'unclear'],
		['is unclear when the service is down', refusal(503), 'unclear'],
		['is refused with a bad key', refusal(401), 'refused'],
		['is refused without rights', refusal(403), 'refused'],
	])('%s', async (_name, error, kind) => {
		const { client } = stubClient({ read: () => error });
		expect(kinds(await fetchJobs(client, models(1), null), models(1))).toEqual([kind]);
	});

	it('leaves the other jobs alone', async () => {
		const read = (id: string) => (id === uuid(2) ? refusal(404) : modelWith(1, 'Running'));
		const { client } = stubClient({ read });
		const look = await fetchJobs(client, models(3), null);
		expect(kinds(look, models(3))).toEqual(['seen', 'gone', 'seen']);
	});

	it('does not fall back to asking one by one when a list is down', async () => {
		const { client, reads } = stubClient({ list: () => refusal(503) });
		const look = await fetchJobs(client, models(6), null);
		expect(kinds(look, models(6))).toEqual(Array(6).fill('unclear'));
		expect(reads).toEqual([]);
	});

	it('asks one by one when the service refuses the question for a list', async () => {
		const { client, reads } = stubClient({
			list: () => refusal(400),
			read: () => modelWith(1, 'Running'),
		});
		const look = await fetchJobs(client, models(6), '2026-11-01T00:00:00Z');
		expect(kinds(look, models(6))).toEqual(Array(6).fill('seen'));
		expect(reads).toHaveLength(6);
	});

	it('is no sighting when the execution was cancelled', async () => {
		const { client } = stubClient({ read: () => new Error('Stopped') });
		await expect(fetchJobs(client, models(1), null)).rejects.toThrow('Stopped');
	});
});
