import type { IExecuteFunctions } from 'n8n-workflow';

import { choiceFromInput } from '../../shared/n8n/choices';
import { numberFromInput } from '../../shared/n8n/numbers';
import { readSimplify } from '../../shared/n8n/simplifyProperty';
import { isToolCall } from '../../shared/n8n/toolCall';
import { idOf } from '../../shared/speech/references';
import { cleanText } from '../../shared/speech/text';
import { remarkOnData } from '../plan/checkTest';
import type { ComparisonRule } from '../verdict/compareModels';
import { DEFAULT_WORST } from '../defaults';
import { readRule } from '../verdict/readRule';
import type { TestMemo } from '../testMemo';
import { nameOfReference, type TestPlan } from '../plan/testPlan';

const REPORT_CHOICES = ['automatic', 'always', 'never'] as const;

/** What a person wants to see of the result. */
export interface ResultOptions {
	rule: ComparisonRule;
	simplified: boolean;
	report: boolean;
	worst: number;
}

/**
 * Reads what an item's result is to hold.
 *
 * @throws InputError when a value makes no sense.
 */
export function readResultOptions(context: IExecuteFunctions, itemIndex: number): ResultOptions {
	const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
	return {
		rule: readRule(context, itemIndex),
		simplified: readSimplify(context, itemIndex),
		report: isReportWanted(context, options.report),
		worst: numberFromInput(options.worstUtterances, {
			label: 'Worst Utterances',
			atLeast: 0,
			fallback: DEFAULT_WORST,
		}),
	};
}

/** An AI agent reads the verdict; a page would only fill its memory. */
function isReportWanted(context: IExecuteFunctions, value: unknown): boolean {
	const choice = choiceFromInput(value, {
		label: 'Report',
		choices: REPORT_CHOICES,
		fallback: 'automatic',
	});
	return choice === 'automatic' ? !isToolCall(context) : choice === 'always';
}

/** What the end of the test wants to know. */
export function memoOf(plan: TestPlan, options: ResultOptions, reused: boolean): TestMemo {
	const { candidate, reference, dataset, testingKind } = plan;
	const { rule, ...rest } = options;
	const remarks = [reference.remark, remarkOnData(plan)];
	return {
		...rest,
		rule: testingKind === 'Evaluation' ? rule : null,
		candidate: { id: idOf(candidate), displayName: candidate.displayName, role: null },
		reference: {
			id: reference.id,
			displayName: nameOfReference(reference),
			role: reference.role,
		},
		datasetName: cleanText(dataset.displayName, 100),
		remarks: remarks.filter((remark): remark is string => remark !== null),
		reused,
	};
}
