import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import type { Started } from '../shared/api/startOnce';
import { connect } from '../shared/n8n/connect';
import { showHints } from '../shared/n8n/hints';
import { forEachItem, grownItem } from '../shared/n8n/items';
import { runKey } from '../shared/n8n/runKey';
import { readSimplify } from '../shared/n8n/simplifyProperty';
import type { BaseModel, CustomModel } from '../shared/speech/entities';
import { targetOf } from '../shared/speech/references';
import { simplifyDataset, simplifyModel, fieldsWithoutSecrets } from '../shared/speech/simplify';
import { counted, quoted } from '../shared/speech/text';
import { checkPlan } from './plan/checkPlan';
import { longAudioHints } from './plan/longAudio';
import { readTrainingOptions } from './plan/readTrainingOptions';
import { readTrainingPlan } from './plan/readTrainingPlan';
import { startTraining } from './startTraining';
import { noEndpointsHint, trainingHints } from './trainingHints';
import type { TrainingPlan } from './plan/trainingPlan';

/** Starts a training for each item and adds it as `model`. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await connect(this);
	const hints: string[] = [];
	const run = runKey(this);
	const results = await forEachItem(this, async (itemIndex) => {
		// Read before anything is started: an expression that fails later would hide the model.
		const simplify = readSimplify(this, itemIndex);
		const options = readTrainingOptions(this, client.connection.apiVersion, itemIndex);
		const plan = await readTrainingPlan(this, client, options, itemIndex);
		checkPlan(plan, Date.now());
		const started = await startTraining(client, plan, options.ifAlreadyTrained, run);
		const { entity: model, reused } = started;
		const base = plan.base ?? (await baseOf(client, model));
		const charged = base?.properties?.chargeForAdaptation ?? null;
		const { region } = client.connection;
		const baseName = base?.displayName ?? null;
		const noEndpoints = noEndpointsHint(model, base);
		if (!reused) {
			hints.push(...trainingHints({ baseName, charged, region }), ...longAudioHints(plan.datasets));
		}
		if (noEndpoints) hints.push(noEndpoints);
		return [
			grownItem(this.getInputData()[itemIndex], itemIndex, {
				model: simplify
					? { ...simplifyModel(model), reused, charged }
					: fieldsWithoutSecrets(model),
				...(plan.testDataset && {
					testDataset: simplify
						? { ...simplifyDataset(plan.testDataset) }
						: fieldsWithoutSecrets(plan.testDataset),
				}),
				summary: [summary(started, plan, base, charged), noEndpoints].filter(Boolean).join(' '),
			}),
		];
	});
	showHints(this, hints);
	return [results];
}

async function baseOf(client: SpeechClient, model: CustomModel): Promise<BaseModel | null> {
	const target = targetOf(model.baseModel);
	if (target === null) return null;
	// The training has been started: nothing that fails now may look as if it had not.
	return await client.readOnce<BaseModel>('baseModels', target.id).catch(() => null);
}

function summary(
	{ entity: model, reused }: Started<CustomModel>,
	plan: TrainingPlan,
	base: BaseModel | null,
	charged: boolean | null,
): string {
	if (reused) {
		return `Model ${quoted(model.displayName)} was trained the same way before (status ${model.status ?? 'unknown'}), so it is used and no training was started.`;
	}
	const from = base ? ` from base model ${quoted(base.displayName)}` : '';
	const cost = charged ? '; Azure charges for it' : '';
	return `Training of model ${quoted(model.displayName)} (${plan.locale}) was started${from} with ${counted(plan.datasets.length, 'dataset')}${cost}.`;
}
