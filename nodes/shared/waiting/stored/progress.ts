import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { toUtcIso } from '../../speech/dates';
import { cleanText, counted } from '../../speech/text';
import { explainFailure, nameOfJob } from '../explainEnding';
import { failedItem } from '../failedItem';
import { JOB_KINDS, jobKey, type Job } from '../jobs';
import { endedCase } from '../look';
import { openJobs, type Failure } from '../waitState';
import type { Offline } from '../waitingNode';

/** `the training of model 'Retail en-US'`, or `3 models and 1 dataset`. */
export function whatIsWaitedFor({ state }: Offline): string {
	const jobs = openJobs(state);
	if (jobs.length === 1) {
		const [job] = jobs;
		return `the ${JOB_KINDS[job.kind].activity} of ${nameOfJob(job, state.lastSeen[jobKey(job)] ?? null)}`;
	}
	const nouns = jobs.map(({ kind }) => JOB_KINDS[kind].noun);
	const counts = [...new Set(nouns)].map((noun) =>
		counted(nouns.filter((other) => other === noun).length, noun),
	);
	return counts.join(' and ');
}

/** What the waiting node shows on the canvas: every item with where its wait stands. */
export function progressItems(wait: Offline, nextLookAt: number): INodeExecutionData[] {
	return wait.items.map((input, itemIndex) => ({
		json: {
			...input.json,
			...standingOf(wait, itemIndex, 'waiting', nextLookAt),
			// n8n takes a first item with an `error` for a failed try, and would try, and store the wait, again.
			error: undefined,
		},
		...(input.binary && { binary: input.binary }),
		pairedItem: { item: itemIndex },
	}));
}

/**
 * What n8n hands to the waiting execution should it stop during the next look: it resumes that with the items of
 * the look before. They must never read as a success.
 */
export function itemsOfACrash(wait: Offline, nextLookAt: number): INodeExecutionData[] {
	return wait.items.map((input, itemIndex) => {
		const { job, failure } = wait.state.cases[itemIndex];
		const why = failure ?? (job ? interruption(wait, job) : NOT_FINISHED);
		return interruptedItem(wait, input, itemIndex, why, nextLookAt);
	});
}

/** The items of a wait that cannot go on at all, each with what is known of it. */
export function interruptedItems(wait: Offline, failure: Failure): INodeExecutionData[] {
	return wait.items.map((input, itemIndex) => {
		const why = wait.state.cases[itemIndex].failure ?? failure;
		return interruptedItem(wait, input, itemIndex, why, null);
	});
}

function interruptedItem(
	wait: Offline,
	input: INodeExecutionData,
	itemIndex: number,
	why: Failure,
	nextLookAt: number | null,
): INodeExecutionData {
	const standing = standingOf(wait, itemIndex, 'interrupted', nextLookAt);
	return failedItem(wait.face, input, itemIndex, why, standing);
}

/**
 * Notes where the wait stands as custom data of its execution, which n8n shows beside it and lets a person search.
 *
 * @param nextLookAt Null when the wait is over.
 */
export function noteProgress(wait: Offline, nextLookAt: number | null): void {
	const { looks, startedAt } = wait.state;
	wait.context.customData?.setAll({
		...(nextLookAt !== null && { waiting_for: cleanText(whatIsWaitedFor(wait), 250) }),
		waiting_since: toUtcIso(startedAt)!,
		looks: String(looks),
		last_status: lastStatuses(wait),
		next_look: nextLookAt === null ? 'none' : toUtcIso(nextLookAt)!,
	});
}

/** One sentence on a look that found something unfinished. */
export function lookSentence(wait: Offline, nextLookAt: number): string {
	const { looks, startedAt } = wait.state;
	return `Waiting for ${whatIsWaitedFor(wait)} since ${toUtcIso(startedAt)}: look ${looks} found ${lastStatuses(wait)}. The next one comes at about ${toUtcIso(nextLookAt)}.`;
}

function lastStatuses({ state }: Offline): string {
	const open = openJobs(state);
	const keys = open.length > 0 ? open.map(jobKey) : Object.keys(state.endings);
	const statuses = keys.map((key) => state.lastSeen[key]?.status ?? 'no answer');
	return cleanText([...new Set(statuses)].join(', '), 100);
}

function standingOf(
	wait: Offline,
	itemIndex: number,
	outcome: 'waiting' | 'interrupted',
	nextLookAt: number | null,
): IDataObject {
	const { state } = wait;
	const { job } = state.cases[itemIndex];
	if (!job) return {};
	const entity = state.lastSeen[jobKey(job)] ?? null;
	const { caseKey } = JOB_KINDS[job.kind];
	const ended = endedCase(wait, itemIndex);
	const soFar = { outcome: 'interrupted' as const, entity, gone: false, error: null };
	const ending = ended.ending ?? soFar;
	const gained = wait.node.gained({ ...ended, ending });
	return {
		...(Object.keys(gained).length > 0 ? gained : { [caseKey]: { id: job.id } }),
		wait: {
			outcome,
			startedAt: toUtcIso(state.startedAt),
			looks: state.looks,
			lastStatus: entity?.status ?? null,
			...(nextLookAt !== null && { nextLook: toUtcIso(nextLookAt) }),
		},
	};
}

const NOT_FINISHED = {
	message: 'n8n stopped before the item was finished.',
	advice: 'Run the workflow again.',
};

function interruption({ state }: Offline, job: Job) {
	const entity = state.lastSeen[jobKey(job)] ?? null;
	const error = {
		kind: 'unreachable' as const,
		message: 'n8n stopped while it was asking Azure.',
		advice: 'Run the workflow again: it finds the same one and goes on waiting.',
	};
	return explainFailure(job, { outcome: 'interrupted', entity, gone: false, error });
}
