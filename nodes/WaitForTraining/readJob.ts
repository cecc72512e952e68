import type { IExecuteFunctions } from 'n8n-workflow';

import { idFromInput, readId } from '../shared/n8n/locatorValues';
import { InputError } from '../shared/speech/inputError';
import { JOB_KINDS, type Job, type JobKind } from '../shared/waiting/jobs';
import { entityOf, jobKindOfCase } from './jobOfCase';

/** The field that names the job, for each choice of 'Wait For'. */
const FIELDS: Record<JobKind, { name: string; label: string }> = {
	model: { name: 'modelId', label: 'Model' },
	dataset: { name: 'datasetId', label: 'Dataset' },
	evaluation: { name: 'evaluationId', label: 'Test' },
	endpoint: { name: 'endpointId', label: 'Endpoint' },
	modelCopy: { name: 'modelCopyId', label: 'Model Copy' },
};

/**
 * What an item is to be waited for.
 *
 * @throws InputError when neither the item nor the fields say it.
 */
export function readJob(context: IExecuteFunctions, itemIndex: number): Job {
	const chosen = context.getNodeParameter('operation', itemIndex, 'item') as JobKind | 'item';
	if (chosen === 'item') return jobOfItem(context, itemIndex);
	const { collection, noun } = JOB_KINDS[chosen];
	const field = { ...FIELDS[chosen], collection };
	const missing = `The incoming item has no ${noun}. Pick one from the list, or check the previous node.`;
	return { kind: chosen, id: readId(context, field, itemIndex, missing) };
}

function jobOfItem(context: IExecuteFunctions, itemIndex: number): Job {
	const { json } = context.getInputData()[itemIndex];
	const kind = jobKindOfCase(json);
	if (kind === null) {
		throw new InputError(
			'The incoming item has nothing to wait for: no model, test, endpoint, dataset or model copy.',
			"Add this node after Train Model, or choose a job in 'Wait For'.",
		);
	}
	const { collection, noun } = JOB_KINDS[kind];
	const label = `${noun} of the incoming item`;
	return { kind, id: idFromInput(entityOf(json, kind), { label, collection })! };
}
