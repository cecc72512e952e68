import { inHours, inWords, toMillis, untilDay } from '../shared/speech/dates';
import type { CustomModel, Dataset, Entity, Evaluation } from '../shared/speech/entities';
import { figuresAtEnd, percent } from '../shared/speech/figures';
import { cleanText } from '../shared/speech/text';
import { nameOfJob } from '../shared/waiting/explain';
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
	const until = untilDay(properties?.deprecationDates?.transcriptionDateTime);
	const usable = until ? `; usable ${until}` : '';
	return `${name[0].toUpperCase()}${name.slice(1)} was ${done}${duration}${from}${usable}${found(job, entity)}.`;
}

/** What came out of it, where that fits in a few words. */
function found({ kind }: Job, entity: Entity): string {
	if (kind === 'dataset') return audioIn(entity as Dataset);
	return kind === 'evaluation' ? errorRatesIn(entity as Evaluation) : '';
}

function audioIn({ properties }: Dataset): string {
	const { durationMilliseconds = 0 } = properties ?? {};
	return durationMilliseconds > 0 ? `: ${inHours(durationMilliseconds)} of audio` : '';
}

function errorRatesIn(evaluation: Evaluation): string {
	const { wordErrorRate: first } = figuresAtEnd(evaluation, 1);
	const { wordErrorRate: second } = figuresAtEnd(evaluation, 2);
	if (first === null || second === null) return '';
	return `: word error rate ${percent(first)} with the first model, ${percent(second)} with the second`;
}
