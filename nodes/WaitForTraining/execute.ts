import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { foundHint } from '../shared/n8n/foundHint';
import { readSimplify } from '../shared/n8n/simplifyProperty';
import type { CustomModel, Entity } from '../shared/speech/entities';
import { targetOf } from '../shared/speech/references';
import { fieldsWithoutSecrets } from '../shared/speech/simplify';
import type { Case } from '../shared/waiting/case';
import { nameOfJob } from '../shared/waiting/explain';
import { JOB_KINDS, type Job } from '../shared/waiting/jobs';
import { runWaiting } from '../shared/waiting/run';
import type { WaitingNode } from '../shared/waiting/waitingNode';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';
import { readJob } from './readJob';
import { successSummary } from './successSummary';

/** Whether the entity is added simplified. */
interface WaitMemo {
	simplified: boolean;
}

const waitForTraining: WaitingNode<WaitMemo> = {
	async begin({ context }, itemIndex) {
		const simplified = readSimplify(context, itemIndex);
		return { job: readJob(context, itemIndex), memo: { simplified } };
	},

	resultFields({ job, memo, ending: { entity }, input }) {
		if (!entity) return {};
		const { caseKey, simplify } = JOB_KINDS[job.kind];
		const simple = { ...knownOf(input, job), ...simplify(entity as never) };
		return { [caseKey]: memo.simplified ? simple : fieldsWithoutSecrets(entity) };
	},

	foundBefore: endedBefore,

	async finish(_run, { job, ending: { entity }, input }) {
		return { json: { summary: successSummary(job, entity, baseNameOf(input, entity)) } };
	},
};

/** Waits for the jobs of all items together, then gives back every item, in order, with what became of it. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runWaiting(this, waitForTraining, DEFAULT_GIVE_UP_DAYS);
}

/** One sentence when all jobs had succeeded before the first check; a wait for any of them speaks for itself. */
function endedBefore(cases: Array<Case<WaitMemo, Entity>>): string | null {
	const names = cases.flatMap((one) =>
		one.kind === 'ended' && one.polls === 1 && one.ending.outcome === 'succeeded'
			? [nameOfJob(one.job, one.ending.entity)]
			: [],
	);
	if (names.length < cases.length) return null;
	return foundHint({
		sentences: names.map((name) => `There was nothing to wait for: ${name} was finished already.`),
		total: cases.length,
		noun: 'job',
		several: ['Finished already', 'There was nothing to wait for.'],
	});
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
