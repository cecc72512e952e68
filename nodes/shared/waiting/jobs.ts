import type { SpeechClient } from '../api/client';
import { ServiceError } from '../api/serviceError';
import type {
	CopyOperation,
	CustomModel,
	Dataset,
	Endpoint,
	Entity,
	Evaluation,
} from '../speech/entities';
import { COLLECTION_PATHS, idOf, type Collection } from '../speech/references';
import {
	simplifyCopyOperation,
	simplifyDataset,
	simplifyEndpoint,
	simplifyEvaluation,
	simplifyModel,
} from '../speech/simplify';

export type JobKind = 'model' | 'dataset' | 'evaluation' | 'endpoint' | 'modelCopy';

/** One thing at the service that takes its time. */
export interface Job {
	kind: JobKind;
	id: string;
}

interface KindFacts {
	collection: Collection;
	/** The item's key that holds such an entity. */
	caseKey: string;
	/** What is going on, as in "the training of model 'X'". */
	activity: string;
	/** What it becomes, as in "model 'X' was trained". */
	done: string;
	noun: string;
	/** Whether the service has a list that tells many of them at once. */
	listed: boolean;
	simplify: (entity: never) => object;
}

/** What there is to know of each kind, most specific activity first. */
export const JOB_KINDS: Record<JobKind, KindFacts> = {
	model: {
		collection: 'models',
		caseKey: 'model',
		activity: 'training',
		done: 'trained',
		noun: 'model',
		listed: true,
		simplify: (entity: CustomModel) => simplifyModel(entity),
	},
	evaluation: {
		collection: 'evaluations',
		caseKey: 'test',
		activity: 'run',
		done: 'run',
		noun: 'test',
		listed: true,
		simplify: (entity: Evaluation) => simplifyEvaluation(entity),
	},
	endpoint: {
		collection: 'endpoints',
		caseKey: 'endpoint',
		activity: 'deployment',
		done: 'deployed',
		noun: 'endpoint',
		listed: true,
		simplify: (entity: Endpoint) => simplifyEndpoint(entity),
	},
	dataset: {
		collection: 'datasets',
		caseKey: 'dataset',
		activity: 'processing',
		done: 'processed',
		noun: 'dataset',
		listed: true,
		simplify: (entity: Dataset) => simplifyDataset(entity),
	},
	modelCopy: {
		collection: 'copyOperations',
		caseKey: 'modelCopy',
		activity: 'copying',
		done: 'copied',
		noun: 'model copy',
		listed: false,
		simplify: (entity: CopyOperation) => simplifyCopyOperation(entity),
	},
};

/** Tells jobs apart; two items may wait for the same one. */
export function jobKey({ kind, id }: Job): string {
	return `${kind}/${id}`;
}

/** What one poll brought of one job. */
export type Sighting<E = Entity> =
	| { kind: 'seen'; entity: E }
	/** The service says it does not exist (any more); the error says what its ID is of instead. */
	| { kind: 'gone'; error?: ServiceError }
	/** A fault that may be over at the next poll. */
	| { kind: 'unclear'; error: ServiceError }
	/** A fault that will not go away by itself, such as a refused key. */
	| { kind: 'refused'; error: ServiceError };

/** The jobs, each once: two items may wait for the same one. */
export function distinctJobs(jobs: Job[]): Job[] {
	return [...new Map(jobs.map((job) => [jobKey(job), job])).values()];
}

export interface Fetched<E> {
	/** By job key. */
	sightings: Map<string, Sighting<E>>;
	/** How many requests that took, retries aside. */
	requests: number;
	/** Seconds the service asks to wait before the next poll. */
	retryAfter: number;
}

/** Up to this many jobs of a kind are asked for one by one; beyond, one list shows them all. */
const MOST_SINGLE_READS = 4;

/**
 * Fetches every job once, with as few requests as can show them all:
 * the service allows 100 requests in 10 seconds for everything a resource does.
 *
 * @param createdSince Date of the oldest of the jobs as the service wrote it; keeps lists short.
 */
export async function fetchJobs<E extends Entity>(
	client: SpeechClient,
	jobs: Job[],
	createdSince: string | null,
): Promise<Fetched<E>> {
	const fetched: Fetched<E> = { sightings: new Map(), requests: 0, retryAfter: 0 };
	for (const [kind, ofKind] of byKind(distinctJobs(jobs))) {
		const asList = JOB_KINDS[kind].listed && ofKind.length > MOST_SINGLE_READS;
		if (asList) await fetchList(client, ofKind, createdSince, fetched);
		const unseen = ofKind.filter((job) => !fetched.sightings.has(jobKey(job)));
		for (const job of unseen) await fetchOne(client, job, fetched);
	}
	return fetched;
}

function byKind(jobs: Job[]): Map<JobKind, Job[]> {
	const groups = new Map<JobKind, Job[]>();
	for (const job of jobs) groups.set(job.kind, [...(groups.get(job.kind) ?? []), job]);
	return groups;
}

/** Jobs of one kind, from the list of that kind. */
async function fetchList<E extends Entity>(
	client: SpeechClient,
	jobs: Job[],
	createdSince: string | null,
	fetched: Fetched<E>,
): Promise<void> {
	const wanted = new Map(jobs.map((job) => [job.id, job]));
	const filter = createdSince ? `createdDateTime ge ${createdSince}` : undefined;
	try {
		const path = COLLECTION_PATHS[JOB_KINDS[jobs[0].kind].collection];
		for await (const page of client.pages<E>(path, { filter })) {
			fetched.requests += 1;
			for (const entity of page.values) {
				const job = wanted.get(idOf(entity));
				if (job) fetched.sightings.set(jobKey(job), { kind: 'seen', entity });
			}
			fetched.retryAfter = Math.max(fetched.retryAfter, page.retryAfter ?? 0);
		}
	} catch (thrown) {
		fetched.requests += 1;
		// What the service does not like about the question is the list's; the jobs can still be asked for one by one.
		if (thrown instanceof ServiceError && thrown.isRefusedAs(400)) return;
		for (const job of jobs) noteFault(fetched, job, thrown, 'refused');
	}
}

async function fetchOne<E extends Entity>(
	client: SpeechClient,
	job: Job,
	fetched: Fetched<E>,
): Promise<void> {
	fetched.requests += 1;
	try {
		const { body, retryAfter } = await client.read<E>(JOB_KINDS[job.kind].collection, job.id);
		fetched.sightings.set(jobKey(job), { kind: 'seen', entity: body });
		fetched.retryAfter = Math.max(fetched.retryAfter, retryAfter ?? 0);
	} catch (thrown) {
		noteFault(fetched, job, thrown, 'gone');
	}
}

/**
 * Notes a request that brought nothing. A list that is not there says nothing about its entities;
 * a single entity that is not there is gone.
 *
 * @throws what is no fault of the service: a cancelled execution ends the wait.
 */
function noteFault<E>(
	fetched: Fetched<E>,
	job: Job,
	thrown: unknown,
	notFound: 'gone' | 'refused',
): void {
	if (!(thrown instanceof ServiceError)) throw asError(thrown);
	fetched.retryAfter = Math.max(fetched.retryAfter, thrown.facts.retryAfter ?? 0);
	const isGone = thrown.isNotFound && notFound === 'gone';
	const kind = thrown.isTransient ? 'unclear' : 'refused';
	fetched.sightings.set(jobKey(job), isGone ? { kind: 'gone' } : { kind, error: thrown });
}

function asError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}
