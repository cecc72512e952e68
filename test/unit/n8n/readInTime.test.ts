import { sleep } from 'n8n-workflow';

import type { SpeechClient } from '../../../nodes/shared/api/client';
import { readInTime } from '../../../nodes/shared/n8n/readInTime';
import { idOf } from '../../../nodes/shared/speech/references';
import { baseModel, NOW, uuid } from '../entities';
import { refusal } from '../failures';

beforeEach(() => {
	jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => jest.useRealTimers());

interface Service {
	pages: number;
	delayMs: number;
	/** What an ask for the newest entries brings in place of the last two pages. */
	recent?: Error;
	/** The page that brings an error. */
	faultAt?: number;
}

/** A service that takes its time for each page of two entries, the oldest first. */
function slowClient({ pages, delayMs, recent, faultAt }: Service) {
	const asked: string[] = [];
	const client = {
		async *pages(_path: string, { filter }: { filter?: string }) {
			const isRecent = filter?.includes('createdDateTime') ?? false;
			for (let page = isRecent ? pages - 2 : 0; page < pages; page++) {
				asked.push(isRecent ? `recent ${page}` : String(page));
				await sleep(delayMs);
				if (isRecent && recent) throw recent;
				if (!isRecent && faultAt === page) throw refusal(500);
				const values = [2 * page, 2 * page + 1].map((number) => baseModel({ number }));
				yield { values, leftOut: [], next: page + 1 < pages ? 'next' : null, retryAfter: null };
			}
		},
	} as unknown as SpeechClient;
	return { client, asked };
}

async function read(service: Service) {
	const { client, asked } = slowClient(service);
	const begun = Date.now();
	const reading = readInTime(client, '/models/base', "locale eq 'en-US'").then(
		(entities) => ({ ids: entities.map(idOf), took: Date.now() - begun, error: null }),
		(error: unknown) => ({ ids: [], took: Date.now() - begun, error }),
	);
	await jest.advanceTimersByTimeAsync(60_000);
	return { ...(await reading), asked };
}

const upTo = (count: number) => Array.from({ length: count }, (_, number) => uuid(number));

describe('reading a whole list in the time a person waits', () => {
	it('takes one request for each page of a short list', async () => {
		const { ids, asked } = await read({ pages: 3, delayMs: 100 });
		expect(ids).toEqual(upTo(6));
		expect(asked).toEqual(['0', '1', '2']);
	});

	it('takes all of a long list, each entry once', async () => {
		const { ids, took } = await read({ pages: 10, delayMs: 300 });
		expect(new Set(ids)).toEqual(new Set(upTo(20)));
		expect(ids).toHaveLength(20);
		expect(took).toBe(3_000);
	});

	it('has the newest entries when the time is over before the end', async () => {
		const { ids, took, asked } = await read({ pages: 30, delayMs: 900 });
		expect(took).toBeLessThan(10_000);
		expect(ids).toEqual(expect.arrayContaining(upTo(2)));
		expect(ids).toEqual(expect.arrayContaining([uuid(58), uuid(59)]));
		expect(asked).toContain('recent 29');
	});

	it('asks for the newest early when the service is slow', async () => {
		const { ids, took } = await read({ pages: 30, delayMs: 2_500 });
		expect(took).toBeLessThan(10_000);
		expect(ids).toEqual(expect.arrayContaining([uuid(58), uuid(59)]));
	});

	it('asks for nothing more once the time is over', async () => {
		const { asked } = await read({ pages: 1_000, delayMs: 900 });
		expect(asked.length).toBeLessThan(20);
	});

	it('does without the newest where the service takes no such question', async () => {
		const { ids, error } = await read({ pages: 10, delayMs: 100, recent: refusal(400) });
		expect(ids).toEqual(upTo(20));
		expect(error).toBeNull();
	});

	it('waits for the first page however long it takes', async () => {
		const { ids, took } = await read({ pages: 5, delayMs: 15_000 });
		expect(ids).toEqual(upTo(2));
		expect(took).toBe(15_000);
	});

	it('tells a refusal in time', async () => {
		expect((await read({ pages: 5, delayMs: 100, faultAt: 2 })).error).toMatchObject({
			message: 'Refused with 500.',
		});
	});

	it('shows what there is when a page fails after the time is over', async () => {
		const { ids, error } = await read({ pages: 30, delayMs: 900, faultAt: 10 });
		expect(error).toBeNull();
		expect(ids).toEqual(expect.arrayContaining(upTo(16)));
	});
});
