import { sleep } from 'n8n-workflow';

import type { SpeechClient } from '../api/client';
import { allOf } from '../api/filter';
import type { Entity } from '../speech/entities';
import { idOf } from '../speech/references';

/** A person waits no longer for a list to open; what has arrived by then is shown. */
const TIME_MS = 9_000;
/** From so many pages on, or after so long, the newest entries are asked for beside the rest. */
const MANY_PAGES = 3;
const LONG_MS = 2_000;
/** Base models can be trained from for a year after their quarter ends, so that these are all in it. */
const RECENT_DAYS = 500;
const DAY_MS = 86_400_000;

/**
 * Reads a whole list for a person who waits for it. The service gives the oldest entries first, 100 a page, so that a
 * list too long for the time would lack just those that matter: the newest ones are therefore read beside it.
 *
 * @param condition In the service's filter grammar; null for none.
 * @returns every entry, or after nine seconds those that have arrived, in no order.
 * @throws ServiceError when the service refuses.
 */
export async function readInTime<T extends Entity>(
	client: SpeechClient,
	path: string,
	condition: string | null,
): Promise<T[]> {
	const found = new Map<string, T>();
	const end = new AbortController();
	const whole = readWhole<T>(client, path, condition, { found, signal: end.signal });
	const time = sleep(TIME_MS, end.signal).catch(() => undefined);
	try {
		await Promise.race([whole, time]);
		// Nothing has arrived: it takes one page, or a reason why there is none.
		end.abort();
		if (found.size === 0) await whole;
		return [...found.values()];
	} finally {
		end.abort();
		whole.catch(() => undefined);
	}
}

interface Reading<T> {
	found: Map<string, T>;
	signal: AbortSignal;
}

async function readWhole<T extends Entity>(
	client: SpeechClient,
	path: string,
	condition: string | null,
	reading: Reading<T>,
): Promise<void> {
	const begun = Date.now();
	let isRecentAsked = false;
	let pages = 0;
	for await (const page of client.pages<T>(path, { filter: allOf(condition) })) {
		take(page.values, reading);
		pages += 1;
		if (reading.signal.aborted) return;
		const isLong = pages >= MANY_PAGES || Date.now() - begun > LONG_MS;
		if (isRecentAsked || !isLong || page.next === null) continue;
		isRecentAsked = true;
		// Without them the list is merely slower.
		readRecent(client, path, condition, reading).catch(() => undefined);
	}
}

async function readRecent<T extends Entity>(
	client: SpeechClient,
	path: string,
	condition: string | null,
	reading: Reading<T>,
): Promise<void> {
	const since = new Date(Date.now() - RECENT_DAYS * DAY_MS).toISOString().slice(0, 19);
	const filter = allOf(condition, `createdDateTime ge ${since}Z`);
	for await (const page of client.pages<T>(path, { filter })) {
		if (reading.signal.aborted) return;
		take(page.values, reading);
	}
}

function take<T extends Entity>(values: T[], { found }: Reading<T>): void {
	for (const entity of values) found.set(idOf(entity), entity);
}
