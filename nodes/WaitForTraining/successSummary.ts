import { inWords, toMillis, utcDay } from '../shared/speech/dates';
import type { CustomModel, Entity } from '../shared/speech/entities';
import { cleanText } from '../shared/speech/text';
import { nameOfJob } from '../shared/waiting/explainEnding';
import { JOB_KINDS, type Job } from '../shared/waiting/jobs';

/**
 * One sentence on a job that succeeded.
 *
 * @param baseName Display name of the base model, when the item knows it.
 */
export function successSummary(job: Job, entity: Entity, baseName: string | null): string {
	const { done } = JOB_KINDS[job.kind];
	const name = nameOfJob(job, entity);
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
