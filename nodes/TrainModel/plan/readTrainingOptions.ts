import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApiVersion } from '../../shared/api/connection';
import { IF_THERE, type IfThere } from '../../shared/api/startOnce';
import { choiceFromInput } from '../../shared/n8n/choices';
import { readProperties, type TypedProperty } from '../../shared/n8n/customPropertiesOption';
import { readOptionalId } from '../../shared/n8n/locatorValues';
import { readProjectOption } from '../../shared/n8n/projectOption';
import { switchFromInput } from '../../shared/n8n/switches';
import { OWN_PROPERTIES } from '../../shared/speech/customProperties';
import { InputError } from '../../shared/speech/inputError';

export interface TrainingOptions {
	description: string;
	ifAlreadyTrained: IfThere;
	customProperties: Record<string, string>;
	/** Whether a training of both may be tried, which the service's pages rule out. */
	allowPronunciationWithStructuredText: boolean;
	projectId?: string;
	testDatasetId?: string;
	customModelWeightPercent?: number;
}

interface RawOptions {
	allowPronunciationWithStructuredText?: unknown;
	customModelWeightPercent?: number | string;
	customProperties?: { property?: TypedProperty[] };
	description?: unknown;
	ifAlreadyTrained?: IfThere;
}

/**
 * Reads the 'Options' of the node.
 *
 * @throws InputError when a value is outside what the service takes.
 */
export function readTrainingOptions(
	context: IExecuteFunctions,
	apiVersion: ApiVersion,
	itemIndex: number,
): TrainingOptions {
	const raw = context.getNodeParameter('options', itemIndex, {}) as RawOptions;
	const projectId = readProjectOption(context, 'options.projectId', apiVersion, itemIndex);
	const testField = {
		name: 'options.testDatasetId',
		label: 'Test Dataset',
		collection: 'datasets',
	} as const;
	const testDatasetId = readOptionalId(context, testField, itemIndex);
	const typed = raw.customModelWeightPercent;
	const weight = typed === undefined ? undefined : Number(typed);
	if (weight !== undefined && !(Number.isInteger(weight) && weight >= 1 && weight <= 100)) {
		throw new InputError(
			`'Custom Model Weight (%)' is ${weight}.`,
			'Use a whole number from 1 to 100, or remove the option to let the service choose.',
		);
	}
	return {
		description: String(raw.description ?? ''),
		ifAlreadyTrained: choiceFromInput(raw.ifAlreadyTrained, {
			label: 'If Already Trained',
			choices: IF_THERE,
			fallback: 'use',
		}),
		customProperties: readProperties(raw.customProperties?.property ?? [], OWN_PROPERTIES),
		allowPronunciationWithStructuredText: switchFromInput(
			raw.allowPronunciationWithStructuredText,
			{ label: 'Allow Pronunciation With Structured Text', fallback: false },
		),
		...(projectId !== null && { projectId }),
		...(testDatasetId !== null && { testDatasetId }),
		...(weight !== undefined && { customModelWeightPercent: weight }),
	};
}
