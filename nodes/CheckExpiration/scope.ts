import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApiVersion } from '../shared/api/connection';
import { readProjectOption } from '../shared/n8n/projectOption';
import { readId, readOptionalLocale } from '../shared/n8n/locatorValues';
import { numberFromInput } from '../shared/n8n/numbers';
import { readSimplify } from '../shared/n8n/simplifyProperty';
import { isToolCall } from '../shared/n8n/toolCall';

/** What one item asks to have checked. */
export interface Scope {
	check: 'all' | 'endpoints' | 'model';
	modelId: string | null;
	warnWithinDays: number;
	locale: string | null;
	projectId: string | null;
	simplify: boolean;
	/** Whether one report is wanted in place of the items. */
	asReport: boolean;
}

const MODEL_FIELD = { name: 'modelId', label: 'Model', collection: 'models' } as const;

/**
 * Reads an item's fields.
 *
 * @throws InputError when one makes no sense.
 */
export function readScope(
	context: IExecuteFunctions,
	apiVersion: ApiVersion,
	itemIndex: number,
): Scope {
	const check = context.getNodeParameter('operation', itemIndex, 'all') as Scope['check'];
	const warnWithinDays = numberFromInput(
		context.getNodeParameter('warnWithinDays', itemIndex, 60),
		{
			label: 'Warn Within (Days)',
			atLeast: 0,
			fallback: 60,
		},
	);
	const missing = "The incoming item has no 'model'. Pick one from the list.";
	return {
		check,
		modelId: check === 'model' ? readId(context, MODEL_FIELD, itemIndex, missing) : null,
		warnWithinDays,
		locale: check === 'model' ? null : readOptionalLocale(context, 'filters.locale', itemIndex),
		projectId:
			check === 'model'
				? null
				: readProjectOption(context, 'filters.projectId', apiVersion, itemIndex),
		simplify: readSimplify(context, itemIndex),
		// An AI agent reads the findings; a page would only fill its memory.
		asReport:
			!isToolCall(context) && context.getNodeParameter('returnAs', itemIndex, 'items') === 'report',
	};
}
