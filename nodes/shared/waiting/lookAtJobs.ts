import type { SpeechClient } from '../api/client';
import { ServiceError } from '../api/serviceError';
import type { Entity } from '../speech/entities';
import { COLLECTION_PATHS, idOf } from '../speech/references';
import { JOB_KINDS, jobKey, type Job, type JobKind } from './jobs';

/** What one look at one job brought. */
export type Sighting =
	| { kind: 'seen'; entity: Entity }
	/** The service says it does not exist (any more); the error tells what its ID is of instead. */
	| { kind: 'gone'; error?: ServiceError }
	/** A fault that may be over at the next look. */
	| { kind: 'unclear'; error: ServiceError }
	/** A fault that will not go away by itself, such as a refused key. */
	| { kind: 'refused'; error: ServiceError };

export interface Look {
	sightings: Map<string, Sighting>;
	/** How many requests that took, retries aside. */
	requests: number;
	/** Seconds the service asks to wait before the next look. */
	retryAfter: number;
}

/** Up to this many jobs of a kind are asked for one by one; beyond, one list tells them all. */
const MOST_SINGLE_LOOKS = 4;

/**
 * Looks once at every job, with as few requests as can tell them all:
 * the service allows 100 requests in 10 seconds for everything a resource does.
 *
 * @param createdSince Date of the oldest of the jobs as the service wrote it; keeps lists short.
 */
export async function lookAtJobs(
	client: SpeechClient,
	jobs: Job[],
	createdSince: string | null,
): Promise<Look> {
	const look: Look = { sightings: new Map(), requests: 0, retryAfter: 0 };
	for (const [kind, ofKind] of byKind(jobs)) {
		const asList = JOB_KINDS[kind].listed && ofKind.length > MOST_SINGLE_LOOKS;
		if (asList) await lookByList(client, kind, ofKind, createdSince, look);
		const unseen = ofKind.filter((job) => !look.sightings.has(jobKey(job)));
		for (const job of unseen) await lookAtOne(client, job, look);
	}
	return look;
}

function byKind(jobs: Job[]): Map<JobKind, Job[]> {
	const groups = new Map<JobKind, Job[]>();
	for (const job of jobs) groups.set(job.kind, [...(groups.get(job.kind) ?? []), job]);
	return groups;
}

async function lookByList(
	client: SpeechClient,
	kind: JobKind,
	jobs: Job[],
	createdSince: string | null,
	look: Look,
): Promise<void> {
	const wanted = new Map(jobs.map((job) => [job.id, job]));
	const filter = createdSince ? `createdDateTime ge ${createdSince}` : undefined;
	try {
		const path = COLLECTION_PATHS[JOB_KINDS[kind].collection];
		for await (const page of client.pages<Entity>(path, { filter })) {
			look.requests += 1;
			for (const entity of page.values) {
				const job = wanted.get(idOf(entity));
				if (job) look.sightings.set(jobKey(job), { kind: 'seen', entity });
			}
			look.retryAfter = Math.max(look.retryAfter, page.retryAfter ?? 0);
		}
	} catch (thrown) {
		look.requests += 1;
		// What the service does not like about the question is the list's; the jobs can still be asked for one by one.
		if (thrown instanceof ServiceError && thrown.facts.status === 400) return;
		for (const job of jobs) noteFault(look, job, thrown, 'refused');
	}
}

async function lookAtOne(client: SpeechClient, job: Job, look: Look): Promise<void> {
	look.requests += 1;
	try {
		const { body, retryAfter } = await client.read<Entity>(JOB_KINDS[job.kind].collection, job.id);
		look.sightings.set(jobKey(job), { kind: 'seen', entity: body });
		look.retryAfter = Math.max(look.retryAfter, retryAfter ?? 0);
	} catch (thrown) {
		noteFault(look, job, thrown, 'gone');
	}
}

/**
 * Notes a look that brought nothing. A list that is not there says nothing about its entities;
 * a single entity that is not there is gone.
 *
 * @throws what is no fault of the service: a cancelled execution ends the wait.
 */
function noteFault(look: Look, job: Job, thrown: unknown, notFound: 'gone' | 'refused'): void {
	if (!(thrown instanceof ServiceError)) throw asError(thrown);
	look.retryAfter = Math.max(look.retryAfter, thrown.facts.retryAfter ?? 0);
	const isGone = thrown.isNotFound && notFound === 'gone';
	const kind = thrown.isTransient ? 'unclear' : 'refused';
	look.sightings.set(jobKey(job), isGone ? { kind: 'gone' } : { kind, error: thrown });
}

function asError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}
