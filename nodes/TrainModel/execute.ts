import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { settleTwins, type Settled } from '../shared/api/twins';
import { connect } from '../shared/n8n/connect';
import { foundHint, showFound } from '../shared/n8n/foundHint';
import { showHints } from '../shared/n8n/hints';
import { forEachItem, grownItem } from '../shared/n8n/items';
import { runKey } from '../shared/n8n/runKey';
import { readSimplify } from '../shared/n8n/simplifyProperty';
import type { BaseModel, CustomModel } from '../shared/speech/entities';
import { targetOf } from '../shared/speech/references';
import { simplifyDataset, simplifyModel, fieldsWithoutSecrets } from '../shared/speech/simplify';
import { counted, quoted } from '../shared/speech/text';
import { leftTwin, twinSentence } from '../shared/speech/twins';
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
	const started: Array<Settled<CustomModel>> = [];
	const run = runKey(this);
	try {
		const results = await forEachItem(this, async (itemIndex) => {
			// Read before anything is started: an expression that fails later would hide the model.
			const simplify = readSimplify(this, itemIndex);
			const options = readTrainingOptions(this, client.connection.apiVersion, itemIndex);
			const plan = await readTrainingPlan(this, client, options, itemIndex);
			checkPlan(plan, Date.now());
			const settle = await startTraining(client, plan, options.ifAlreadyTrained, run);
			return async () => {
				const settled = await settle();
				started.push(settled);
				const { json, remarks } = await trainingResult(client, plan, settled, simplify);
				hints.push(...remarks);
				return [grownItem(this.getInputData()[itemIndex], itemIndex, json)];
			};
		});
		showHints(this, hints);
		showFound(this, trainedBefore(started));
		return [results];
	} finally {
		// What was started before another item has failed may have a twin, too.
		await settleTwins(client);
	}
}

function trainedBefore(started: Array<Settled<CustomModel>>): string | null {
	return foundHint({
		sentences: started
			.filter(({ reused }) => reused)
			.map(
				({ entity }) =>
					`Model ${quoted(entity.displayName)} was trained the same way before, so no training was started.`,
			),
		total: started.length,
		noun: 'model',
		several: ['Already trained the same way', 'No training was started for them.'],
	});
}

/** What an item gains of its training, and what a person is told besides. */
async function trainingResult(
	client: SpeechClient,
	plan: TrainingPlan,
	started: Settled<CustomModel>,
	simplify: boolean,
): Promise<{ json: IDataObject; remarks: string[] }> {
	const { entity: model, reused, twin } = started;
	const base = plan.base ?? (await baseOf(client, model));
	// What was trained before costs nothing again.
	const charged = reused ? false : (base?.properties?.chargeForAdaptation ?? null);
	const { region } = client.connection;
	const baseName = base?.displayName ?? null;
	const noEndpoints = noEndpointsHint(model, base);
	const { testDataset } = plan;
	const json = {
		model: simplify
			? { ...simplifyModel(model), reused, ...leftTwin(twin), charged }
			: fieldsWithoutSecrets(model),
		...(testDataset && {
			testDataset: simplify
				? { ...simplifyDataset(testDataset) }
				: fieldsWithoutSecrets(testDataset),
		}),
		summary: [summary(started, plan, base, charged), noEndpoints].filter(Boolean).join(' '),
	};
	const onTraining = reused
		? []
		: [...trainingHints({ baseName, charged, region }), ...longAudioHints(plan.datasets)];
	return { json, remarks: [...onTraining, ...(noEndpoints ? [noEndpoints] : [])] };
}

async function baseOf(client: SpeechClient, model: CustomModel): Promise<BaseModel | null> {
	const target = targetOf(model.baseModel);
	if (target === null) return null;
	// The training has been started: nothing that fails now may look as if it had not.
	return await client.readOnce<BaseModel>('baseModels', target.id).catch(() => null);
}

function summary(
	{ entity: model, reused, twin }: Settled<CustomModel>,
	plan: TrainingPlan,
	base: BaseModel | null,
	charged: boolean | null,
): string {
	const name = quoted(model.displayName);
	const status = `status ${model.status ?? 'unknown'}`;
	if (twin) return `Model ${name} (${status}) is reused. ${twinSentence(twin)}`;
	if (reused) {
		return `Model ${name} (${status}) was already trained the same way, so it is reused and no training was started.`;
	}
	const from = base ? ` from base model ${quoted(base.displayName)}` : '';
	const cost = charged ? '; Azure charges for it' : '';
	return `Training of model ${name} (${plan.locale}) started${from} with ${counted(plan.datasets.length, 'dataset')}${cost}.`;
}
