import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { connect } from '../shared/n8n/connect';
import { continuesOnFail, failedItem, grownItem, refuseFailedItem } from '../shared/n8n/items';
import { toNodeError, type NodeFailure } from '../shared/n8n/nodeErrors';
import { toUtcIso } from '../shared/speech/dates';
import type { CustomModel, Entity } from '../shared/speech/entities';
import { targetOf } from '../shared/speech/references';
import { untouched } from '../shared/speech/simplify';
import { JOB_KINDS, jobKey, type Job } from '../shared/waiting/jobs';
import { waitForJobs, type WaitState } from '../shared/waiting/waitForJobs';
import { explainFailure, successSummary } from './explainEnding';
import { readJob } from './readJob';
import { readRules } from './readRules';

/** Waits for the jobs of all items together, then gives back every item, in order, with what became of it. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await connect(this);
	const rules = readRules(this);
	const inputs = this.getInputData();
	const jobs = inputs.map((_input, itemIndex) => readJobOrError(this, itemIndex));
	const readable = jobs.filter((job): job is Job => !(job instanceof Error));
	const state = await waitForJobs(client, readable, rules);
	const results = inputs.map((_input, itemIndex) => {
		const job = jobs[itemIndex];
		if (job instanceof Error) return failedItem(this, itemIndex, job);
		return endedItemOrError(this, job, state, itemIndex);
	});
	return [results.filter((item): item is INodeExecutionData => item !== null)];
}

function readJobOrError(context: IExecuteFunctions, itemIndex: number): Job | NodeFailure {
	try {
		refuseFailedItem(context.getInputData()[itemIndex]);
		return readJob(context, itemIndex);
	} catch (thrown) {
		const error = toNodeError(context.getNode(), thrown, itemIndex);
		if (!continuesOnFail(context)) throw error;
		return error;
	}
}

/** One entity that cannot be read must not take the other items along. */
function endedItemOrError(
	context: IExecuteFunctions,
	job: Job,
	state: WaitState,
	itemIndex: number,
): INodeExecutionData | null {
	try {
		return endedItem(context, job, state, itemIndex);
	} catch (thrown) {
		const error = toNodeError(context.getNode(), thrown, itemIndex);
		if (!continuesOnFail(context)) throw error;
		return failedItem(context, itemIndex, error);
	}
}

/** Null for an item still waited for when another one's failure stops the run. */
function endedItem(
	context: IExecuteFunctions,
	job: Job,
	state: WaitState,
	itemIndex: number,
): INodeExecutionData | null {
	const ending = state.endings.get(jobKey(job));
	if (!ending) return null;
	const input = context.getInputData()[itemIndex];
	const { caseKey, simplify } = JOB_KINDS[job.kind];
	const simplified = context.getNodeParameter('simplify', itemIndex, true) as boolean;
	const added: IDataObject = {
		...(ending.entity && {
			[caseKey]: simplified
				? { ...knownOf(input, job), ...simplify(ending.entity as never) }
				: untouched(ending.entity),
		}),
		wait: {
			outcome: ending.outcome,
			startedAt: toUtcIso(state.startedAt),
			endedAt: toUtcIso(ending.endedAt),
			waitedSeconds: Math.round((ending.endedAt - state.startedAt) / 1000),
			looks: ending.looks,
		},
	};
	if (ending.outcome === 'succeeded') {
		const summary = successSummary(job, ending.entity!, baseNameOf(input, ending.entity!));
		return grownItem(input, itemIndex, { ...added, summary });
	}
	const { message, advice } = explainFailure(job, ending);
	const error = new NodeOperationError(context.getNode(), message, {
		description: advice,
		itemIndex,
	});
	if (!continuesOnFail(context)) throw error;
	return failedItem(context, itemIndex, error, { ...added, summary: message });
}

/** What nodes before have said of the same entity, such as whether its training is charged. */
function knownOf({ json }: INodeExecutionData, { kind, id }: Job): IDataObject {
	const known = json[JOB_KINDS[kind].caseKey] as IDataObject | string | null | undefined;
	if (typeof known !== 'object' || known === null) return {};
	return String(known.id).toLowerCase() === id ? known : {};
}

/** The item's base model is named only when it is the one this model was trained from. */
function baseNameOf({ json }: INodeExecutionData, entity: Entity): string | null {
	const base = json.baseModel as { id?: string; self?: string; displayName?: string } | undefined;
	const trainedFrom = targetOf((entity as CustomModel).baseModel)?.id;
	const known = base?.id ?? targetOf(base?.self ? { self: base.self } : null)?.id;
	if (!base?.displayName || known === undefined || known !== trainedFrom) return null;
	return /^\d{8}/.exec(base.displayName)?.[0] ?? base.displayName;
}
