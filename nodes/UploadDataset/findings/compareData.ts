import type { IExecuteFunctions } from 'n8n-workflow';

import { quoted } from '../../shared/speech/text';
import type { ContentFindings } from '../check/finding';
import { inspect } from '../check/inspect';
import { findSharedData, findSharedLines, whyNotComparable } from './sharedData';
import type { Signature } from '../check/signature';
import { inspectionRules } from '../plan/filePlans';
import { whereAndWhat } from './findingText';
import { incomingFiles } from '../plan/incomingFiles';
import type { UploadPlan } from '../plan/uploadPlan';

/** The option that names the training data of a test set. */
const TRAINING_LABEL = 'Compare With Training Data';

/** A dataset of this run whose use is known. */
interface Seen {
	name: string;
	usedFor: 'training' | 'testing';
	signature: Signature;
}

/** What the runs of the node have seen so far; a run's client stands for the run. */
const seenByRun = new WeakMap<object, Seen[]>();

/**
 * Names what a test set shares with training data: with the data in the fields the person names, and with what the
 * same run uploads for the opposite use, and names training data that cannot be read. Added to the findings of the file.
 */
export async function compareData(
	context: IExecuteFunctions,
	run: object,
	plans: UploadPlan[],
	itemIndex: number,
): Promise<void> {
	for (const plan of plans) {
		if (plan.settings.validate === 'off' || !plan.inspection?.signature) continue;
		await compareWithFields(context, plan, plan.inspection.signature, itemIndex);
		compareWithRun(run, plan, plan.inspection.signature);
	}
}

async function compareWithFields(
	context: IExecuteFunctions,
	{ inspection, settings }: UploadPlan,
	signature: Signature,
	itemIndex: number,
): Promise<void> {
	const named = context.getNodeParameter('options.trainingDataFields', itemIndex, '') as unknown;
	if (named === '' || named === undefined || named === null) return;
	const rules = {
		...inspectionRules(settings),
		kind: null,
		// A mark that is missing hides nothing from a comparison.
		mayMend: true,
		isStrict: false,
		watched: new Set(signature.lines.keys()),
	};
	for (const source of await incomingFiles(context, named, TRAINING_LABEL, itemIndex)) {
		const training = await inspect(source, rules);
		const other = `the training data ${quoted(source.name)}`;
		const { findings } = inspection!.report;
		const why = whyNotComparable(training);
		if (why) {
			const what = `The training data ${quoted(source.name)} could not be compared: ${whereAndWhat(why)}`;
			findings.add(what, `${why.fix} Or remove it from '${TRAINING_LABEL}'.`);
		}
		if (training.signature) shareFindings(signature, training.signature, other, findings);
		else findSharedLines(signature, training.seen, other, findings);
	}
}

function compareWithRun(run: object, plan: UploadPlan, signature: Signature): void {
	const { usedFor } = plan.settings;
	if (usedFor === 'any') return;
	const seen = seenByRun.get(run) ?? [];
	for (const before of seen.filter((other) => other.usedFor !== usedFor)) {
		const role = before.usedFor === 'training' ? 'training data' : 'test set';
		const other = `the ${role} ${quoted(before.name)}`;
		shareFindings(signature, before.signature, other, plan.inspection!.report.findings);
	}
	seenByRun.set(run, [...seen, { name: plan.displayName, usedFor, signature }]);
}

function shareFindings(
	mine: Signature,
	theirs: Signature,
	other: string,
	findings: ContentFindings,
) {
	findSharedData(mine, new Set(theirs.files.keys()), other, findings);
	findSharedLines(mine, new Set(theirs.lines.keys()), other, findings);
}
