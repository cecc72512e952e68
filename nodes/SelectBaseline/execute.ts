import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { choiceFromInput } from '../shared/n8n/choices';
import { connect } from '../shared/n8n/connect';
import { showHints } from '../shared/n8n/hints';
import { forEachItem, grownItem } from '../shared/n8n/items';
import { numberFromInput } from '../shared/n8n/numbers';
import { readSimplify } from '../shared/n8n/simplifyProperty';
import { switchFromInput } from '../shared/n8n/switches';
import { daysUntil } from '../shared/speech/dates';
import { supportsEndpoints } from '../shared/speech/endpointSupport';
import type { BaseModel } from '../shared/speech/entities';
import { simplifyBaseModel, fieldsWithoutSecrets } from '../shared/speech/simplify';
import { quoted } from '../shared/speech/text';
import { readCandidates } from './candidates';
import { chooseBaseline, type BaselineWish, type RejectedBase } from './chooseBaseline';
import { readDatasetKinds } from './datasetKinds';
import { baselineSummary, noneFits, specificDoesNotFit, waysOut } from './explainChoice';

/** Picks a base model for each item and adds it as `baseModel`. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await connect(this);
	const hints: string[] = [];
	const results = await forEachItem(this, async (itemIndex) => {
		const rules = readRules(this, itemIndex);
		const { locale, bases, isSpecific } = await readCandidates(this, client, itemIndex);
		const datasetKinds = await readDatasetKinds(this, client, itemIndex);
		const wish = { ...rules, locale, datasetKinds, isNamed: isSpecific };
		const now = Date.now();
		const choice = chooseBaseline(bases, wish, now);
		const { chosen, rejected } = choice;
		if (chosen === null) {
			throw isSpecific
				? specificDoesNotFit(rejected[0], waysOut(choice, wish))
				: noneFits(choice, wish);
		}
		if (chosen.properties?.chargeForAdaptation) {
			hints.push(`Azure charges for training from base model ${quoted(chosen.displayName)}.`);
		}
		if (supportsEndpoints(chosen) === false) {
			hints.push(
				`Base model ${quoted(chosen.displayName)} is for batch transcription only: a model trained from it cannot be deployed to an endpoint.`,
			);
		}
		const simplify = readSimplify(this, itemIndex);
		return [
			grownItem(this.getInputData()[itemIndex], itemIndex, {
				baseModel: simplify ? simplified(chosen, rejected, now) : fieldsWithoutSecrets(chosen),
				summary: baselineSummary(chosen, rejected.length),
			}),
		];
	});
	showHints(this, hints);
	return [results];
}

function readRules(
	context: IExecuteFunctions,
	itemIndex: number,
): Pick<BaselineWish, 'minimumTrainingDays' | 'charging' | 'allowWithoutEndpoints'> {
	const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
	const minimumTrainingDays = numberFromInput(options.minimumTrainingDays, {
		label: 'Minimum Training Time Left (Days)',
		atLeast: 0,
		fallback: 30,
	});
	const charging = choiceFromInput(options.charging, {
		label: 'Training Charge',
		choices: ['any', 'charged', 'free'],
		fallback: 'any',
	});
	const allowWithoutEndpoints = switchFromInput(options.allowWithoutEndpoints, {
		label: 'Allow Base Models Without Endpoints',
		fallback: false,
	});
	return { minimumTrainingDays, charging, allowWithoutEndpoints };
}

function simplified(base: BaseModel, rejected: RejectedBase[], now: number) {
	const dates = base.properties?.deprecationDates;
	return {
		...simplifyBaseModel(base),
		trainingDaysLeft: daysUntil(dates?.adaptationDateTime, now),
		transcriptionDaysLeft: daysUntil(dates?.transcriptionDateTime, now),
		rejected: rejected.map((other) => ({ ...other })),
	};
}
