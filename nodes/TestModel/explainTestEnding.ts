import type { Evaluation } from '../shared/speech/entities';
import { whereToLook } from '../shared/speech/whereToLook';
import type { Failure } from '../shared/waiting/case';
import { explainFailure, knownAdvice, nameOfJob } from '../shared/waiting/explain';
import type { EndedItem } from '../shared/waiting/waitingNode';
import type { TestMemo } from './testMemo';

/** Why there is no verdict, and what to do next. */
export function explainTestEnding({ job, ending }: EndedItem<TestMemo, Evaluation>): Failure {
	const failure = explainFailure(job, ending);
	const name = nameOfJob(job, ending.entity);
	if (knownAdvice(ending) !== null) return failure;
	switch (ending.outcome) {
		case 'timedOut':
			return {
				message: `The ${name} didn't finish within the time set in 'Give Up After (Days)'.`,
				advice: `It's still running in Azure (ID ${job.id}). To keep waiting, run the workflow again with 'If Already Tested' set to Reuse Existing, or raise 'Give Up After (Days)'.`,
			};
		case 'failed':
			return ending.gone
				? failure
				: { ...failure, advice: `${whereToLook(ending.entity, job.id)} Then test again.` };
		default:
			return failure;
	}
}
