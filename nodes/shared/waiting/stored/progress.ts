import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { ownFirst } from '../../n8n/items';
import { toUtcIso } from '../../speech/dates';
import type { Entity } from '../../speech/entities';
import { cleanText, counted } from '../../speech/text';
import { openCases, type Case, type Failure } from '../case';
import { nameOfJob } from '../explain';
import { distinctJobs, JOB_KINDS, type Job } from '../jobs';
import { itemOfFailure } from '../results';
import type { WaitContext } from '../waitingNode';

/** What a wait that n8n stopped says of every item; one text for all, which n8n stores only once. */
const STOPPED: Failure = {
	message: 'The wait ended early: n8n stopped during a check with Azure.',
	advice:
		'The job continues in Azure. Run the workflow again: it finds the same job and continues to wait.',
};

const NOT_FINISHED: Failure = {
	message: 'n8n stopped before the item was finished.',
	advice: 'Run the workflow again.',
};

/** `the training of model 'Retail en-US'`, or `3 models and 1 dataset`. */
export function whatIsWaitedFor<Memo, E extends Entity>({ state }: WaitContext<Memo, E>): string {
	const open = openCases(state);
	const jobs = distinctJobs(open.map(({ job }) => job));
	if (jobs.length === 1) {
		const [{ job, lastSeen }] = open;
		return `the ${JOB_KINDS[job.kind].activity} of ${nameOfJob(job, lastSeen)}`;
	}
	const nouns = jobs.map(({ kind }) => JOB_KINDS[kind].noun);
	const counts = [...new Set(nouns)].map((noun) =>
		counted(nouns.filter((other) => other === noun).length, noun),
	);
	return counts.join(' and ');
}

/**
 * Shows where the wait is after a check: as custom data of its execution, which n8n lists beside it and lets a person
 * search, and as the row that the polling node puts out.
 *
 * @param nextPollAt Null when the wait is over.
 */
export function showProgress<Memo, E extends Entity>(
	wait: WaitContext<Memo, E>,
	nextPollAt: number | null,
): INodeExecutionData {
	const { polls, startedAt } = wait.state;
	const isOver = nextPollAt === null;
	const since = toUtcIso(startedAt) ?? '';
	const nextCheck = (isOver ? null : toUtcIso(nextPollAt)) ?? 'none';
	const lastStatus = lastStatuses(wait);
	const waitingFor = cleanText(whatIsWaitedFor(wait), 250);
	wait.context.customData?.setAll({
		...(!isOver && { waiting_for: waitingFor }),
		waiting_since: since,
		checks: String(polls),
		last_status: lastStatus,
		next_check: nextCheck,
	});
	return {
		json: { waitingFor, since, checks: polls, lastStatus, nextCheck },
		pairedItem: { item: 0 },
	};
}

/** What the waiting node outputs while it waits: every item with where its wait is. */
export function progressItems<Memo, E extends Entity>(
	wait: WaitContext<Memo, E>,
	nextPollAt: number,
): INodeExecutionData[] {
	const fieldsOf = progressFields(wait, 'waiting', nextPollAt);
	return wait.items.map((input, itemIndex) => ({
		json: ownFirst(input.json, {
			...fieldsOf(itemIndex),
			// n8n takes a first item with an `error` for a failed try, and would try, and store the wait, again.
			error: undefined,
		}),
		...(input.binary && { binary: input.binary }),
		pairedItem: { item: itemIndex },
	}));
}

/**
 * The items that n8n hands to the waiting execution should it stop during the next poll: it resumes that with the
 * items of the pause before. They must never read as a success.
 */
export function itemsOfACrash<Memo, E extends Entity>(
	wait: WaitContext<Memo, E>,
	nextPollAt: number,
): INodeExecutionData[] {
	const whyOf = (one: Case<Memo, E>) => (jobOf(one) ? STOPPED : NOT_FINISHED);
	return interruptedItems(wait, whyOf, nextPollAt);
}

/** The items of a wait that cannot continue at all, each with what is known of it. */
export function itemsOfAnError<Memo, E extends Entity>(
	wait: WaitContext<Memo, E>,
	failure: Failure,
): INodeExecutionData[] {
	return interruptedItems(wait, () => failure, null);
}

function interruptedItems<Memo, E extends Entity>(
	wait: WaitContext<Memo, E>,
	whyOf: (one: Case<Memo, E>) => Failure,
	nextPollAt: number | null,
): INodeExecutionData[] {
	const fieldsOf = progressFields(wait, 'interrupted', nextPollAt);
	return wait.items.map((input, itemIndex) => {
		const one = wait.state.cases[itemIndex];
		const why = one.kind === 'failed' ? one.failure : whyOf(one);
		return itemOfFailure(wait.identity, input, itemIndex, why, fieldsOf(itemIndex));
	});
}

function lastStatuses<Memo, E extends Entity>({ state }: WaitContext<Memo, E>): string {
	const open = openCases(state);
	const shown = open.length > 0 ? open : state.cases.filter(({ kind }) => kind === 'ended');
	const statuses = shown.map((one) => entityOf(one)?.status ?? 'no answer');
	return cleanText([...new Set(statuses)].join(', '), 100);
}

/**
 * The fields an item has while its wait is not over. Of its entity only what tells it apart, and one `wait` for all
 * items of the same status: n8n stores an object that comes more than once only once.
 */
function progressFields<Memo, E extends Entity>(
	{ node, state }: WaitContext<Memo, E>,
	outcome: 'waiting' | 'interrupted',
	nextPollAt: number | null,
): (itemIndex: number) => IDataObject {
	const waits = new Map<string | null, IDataObject>();
	const waitWith = (lastStatus: string | null) => ({
		outcome,
		startedAt: toUtcIso(state.startedAt),
		checks: state.polls,
		lastStatus,
		...(nextPollAt !== null && { nextCheck: toUtcIso(nextPollAt) }),
	});
	return (itemIndex) => {
		const one = state.cases[itemIndex];
		const job = jobOf(one);
		if (!job) return {};
		const entity = entityOf(one);
		const status = entity?.status ?? null;
		const wait = waits.get(status) ?? waitWith(status);
		waits.set(status, wait);
		const own = 'memo' in one ? node.entityKey?.(one.memo) : undefined;
		const known = { id: job.id, ...(entity && { displayName: entity.displayName, status }) };
		return { [own ?? JOB_KINDS[job.kind].caseKey]: known, wait };
	};
}

function jobOf<Memo, E>(one: Case<Memo, E>): Job | null {
	if (one.kind === 'waiting' || one.kind === 'ended') return one.job;
	return one.kind === 'failed' ? (one.after?.job ?? null) : null;
}

function entityOf<Memo, E>(one: Case<Memo, E>): E | null {
	if (one.kind === 'waiting') return one.lastSeen;
	if (one.kind === 'ended') return one.ending.entity;
	return one.kind === 'failed' ? (one.after?.ending.entity ?? null) : null;
}
