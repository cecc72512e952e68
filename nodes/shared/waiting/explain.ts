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
			message: `There is no ${name} at Azure: it was deleted or never existed.`,
			advice: `Check the ID, and that the credential belongs to the resource the ${JOB_KINDS[job.kind].noun} is in.`,
		};
	}
	switch (ending.outcome) {
		case 'timedOut':
			return {
				message: `The ${activity} of ${name} is not finished after the time given in 'Give Up After (Days)'.`,
				advice: `${ending.entity ? 'It still runs at Azure' : 'Azure could not be asked about it'} (ID ${job.id}); nothing was cancelled.${lastFault(ending)} Run Wait For Training again for the same ${JOB_KINDS[job.kind].noun} to go on waiting.`,
			};
		case 'interrupted':
			return {
				message: asSentence(
					`The wait for ${name} ended early: ${ending.error?.message ?? 'it was interrupted'}`,
				),
				advice:
					`${ending.error?.advice ?? ''} The ${activity} goes on at Azure (ID ${job.id}); wait for it again afterwards.`.trim(),
			};
		default:
			return {
				message: asSentence(
					`The ${activity} of ${name} failed at Azure: ${ending.entity ? failureText(ending.entity) : 'the service gave no reason'}`,
				),
				advice: `${whereToLook(ending.entity, job.id)} Mend the data, and run again.`,
			};
	}
}

function lastFault({ error }: Ending): string {
	return error ? ` At the last look: ${asSentence(error.message)}` : '';
}
