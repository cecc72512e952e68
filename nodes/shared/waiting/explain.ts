import type { INode } from 'n8n-workflow';

import { adviceForJob } from '../api/errorAdvice';
import { toNodeError } from '../n8n/nodeErrors';
import type { Entity } from '../speech/entities';
import { entityError } from '../speech/status';
import { failureText } from '../speech/simplify';
import { asSentence, cleanText } from '../speech/text';
import { whereToLook } from '../speech/whereToLook';
import type { Ending, Failure } from './case';
import { JOB_KINDS, type Job } from './jobs';

/** `model 'Retail en-US'`, or with the id while the name is not known. */
export function nameOfJob({ kind, id }: Job, entity: Entity | null): string {
	const name = entity?.displayName ? `'${cleanText(entity.displayName)}'` : id;
	return `${JOB_KINDS[kind].noun} ${name}`;
}

/** Anything thrown while an item was handled, as plain data that can be stored. */
export function failureOfThrown(node: INode, thrown: unknown): Failure {
	const { message, description } = toNodeError(node, thrown);
	return { message, advice: description ?? '' };
}

/** What happened and what to do next, for a wait that did not end well. */
export function explainFailure(job: Job, ending: Ending): Failure {
	const failure = explain(job, ending);
	const known = knownAdvice(ending);
	return known === null
		? failure
		: { ...failure, advice: known.replace(/\.?$/, ` (ID ${job.id}).`) };
}

/** What to do about the code a job failed with, where that is not to look at the data; null for any other end. */
export function knownAdvice({ outcome, gone, entity }: Ending): string | null {
	if (outcome !== 'failed' || gone || !entity) return null;
	return adviceForJob(entityError(entity)?.code);
}

function explain(job: Job, ending: Ending): Failure {
	const { activity } = JOB_KINDS[job.kind];
	const name = nameOfJob(job, ending.entity);
	if (ending.gone && ending.error) {
		return { message: ending.error.message, advice: ending.error.advice };
	}
	if (ending.gone) {
		return {
			message: `There is no ${name} in Azure: it was deleted or never existed.`,
			advice: `Check the ID, and make sure that the credential belongs to the resource that contains the ${JOB_KINDS[job.kind].noun}.`,
		};
	}
	switch (ending.outcome) {
		case 'timedOut':
			return {
				message: `The ${activity} of ${name} didn't finish within the time set in 'Give Up After (Days)'.`,
				advice: `${ending.entity ? "It's still running in Azure" : 'Its status could not be read from Azure'} (ID ${job.id}).${lastFault(ending)} To keep waiting, run Wait For Training again for the same ${JOB_KINDS[job.kind].noun} or raise 'Give Up After (Days)'.`,
			};
		case 'interrupted':
			return {
				message: asSentence(
					`The wait for ${name} ended early: ${ending.error?.message ?? 'it was interrupted'}`,
				),
				advice:
					`${ending.error?.advice ?? ''} The ${activity} continues in Azure (ID ${job.id}). To wait for it again, run the workflow again.`.trim(),
			};
		default:
			return {
				message: asSentence(
					`The ${activity} of ${name} failed in Azure: ${ending.entity ? failureText(ending.entity) : 'the service gave no reason'}`,
				),
				advice: `${whereToLook(ending.entity, job.id)} Fix the data, and run the workflow again.`,
			};
	}
}

function lastFault({ error }: Ending): string {
	return error ? ` Last check: ${asSentence(error.message)}` : '';
}
