import { inWords, toMillis, utcDay } from '../shared/speech/dates';
import type { CustomModel, Entity } from '../shared/speech/entities';
import { failureText } from '../shared/speech/simplify';
import { asSentence, cleanText } from '../shared/speech/text';
import type { Ending } from '../shared/waiting/ending';
import { JOB_KINDS, type Job } from '../shared/waiting/jobs';

/** `model 'Retail en-US'`, or with the id while the name is not known. */
function nameOf({ kind, id }: Job, entity: Entity | null): string {
	const name = entity?.displayName ? `'${cleanText(entity.displayName)}'` : id;
	return `${JOB_KINDS[kind].noun} ${name}`;
}

/**
 * One sentence on a job that succeeded.
 *
 * @param baseName Display name of the base model, when the item knows it.
 */
export function successSummary(job: Job, entity: Entity, baseName: string | null): string {
	const { done } = JOB_KINDS[job.kind];
	const name = nameOf(job, entity);
	const begun = toMillis(entity.createdDateTime);
	const ended = toMillis(entity.lastActionDateTime);
	// An endpoint's and a dataset's dates tell of its whole life, not of the last job.
	const timed = job.kind === 'model' && begun !== null && ended !== null && ended >= begun;
	const duration = timed ? ` in ${inWords(ended - begun)}` : '';
	const from = baseName ? ` from base ${cleanText(baseName)}` : '';
	const { properties } = entity as CustomModel;
	const lastDay = utcDay(properties?.deprecationDates?.transcriptionDateTime);
	const usable = lastDay ? `; usable until ${lastDay}` : '';
	return `${name[0].toUpperCase()}${name.slice(1)} was ${done}${duration}${from}${usable}.`;
}

/** What happened and what to do next, for a wait that did not end well. */
export function explainFailure(job: Job, ending: Ending): { message: string; advice: string } {
	const { activity } = JOB_KINDS[job.kind];
	const name = nameOf(job, ending.entity);
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
					`The wait for ${name} ended early: ${ending.error?.facts.message ?? 'it was interrupted'}`,
				),
				advice:
					`${ending.error?.facts.advice ?? ''} The ${activity} goes on at Azure (ID ${job.id}); wait for it again afterwards.`.trim(),
			};
		default:
			return {
				message: asSentence(
					`The ${activity} of ${name} failed at Azure: ${ending.entity ? failureText(ending.entity) : 'the service gave no reason'}`,
				),
				advice: `Look at it in Speech Studio (ID ${job.id}), mend the data, and run again.`,
			};
	}
}

function lastFault({ error }: Ending): string {
	return error ? ` At the last look: ${asSentence(error.facts.message)}` : '';
}
