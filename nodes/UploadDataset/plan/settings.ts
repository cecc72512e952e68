import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApiVersion } from '../../shared/api/connection';
import { IF_THERE, type IfThere } from '../../shared/api/startOnce';
import { choiceFromInput } from '../../shared/n8n/choices';
import { readProperties, type TypedProperty } from '../../shared/n8n/customPropertiesOption';
import { readOptionalLocale } from '../../shared/n8n/locatorValues';
import { numberFromInput } from '../../shared/n8n/numbers';
import { readProjectOption } from '../../shared/n8n/projectOption';
import {
	checkPropertyTexts,
	CONTENT_PROPERTY,
	MOST_PROPERTIES,
} from '../../shared/speech/customProperties';
import { readSimplify } from '../../shared/n8n/simplifyProperty';
import { switchFromInput } from '../../shared/n8n/switches';
import { kindNamed, kindNames } from '../../shared/speech/datasetKinds';
import { DATASET_KINDS, type DatasetKind } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { SHORT_AUDIO_PROPERTY } from '../../shared/speech/shortAudio';
import { cleanText } from '../../shared/speech/text';
import type { PricingTier } from '../check/sizeLimits';
import type { UsedFor } from '../check/zip/audioRules';
import { DEFAULT_MOST_REJECTED } from '../defaults';

export type Validation = 'stop' | 'warn' | 'off';

/** What a person set for an item. */
export interface Settings {
	/** Null to find out. */
	kind: DatasetKind | null;
	locale: string;
	/** Empty for the name of the file. */
	displayName: string;
	description: string;
	projectId: string | null;
	customProperties: Record<string, string>;
	/** Null leaves it to the service. */
	textNormalization: string | null;
	waits: boolean;
	simplify: boolean;
	addByteOrderMark: boolean;
	mostRejectedPercent: number;
	ifAlreadyUploaded: IfThere;
	tier: PricingTier;
	usedFor: UsedFor;
	validate: Validation;
}

interface RawOptions extends Partial<Pick<Settings, 'ifAlreadyUploaded'>> {
	addByteOrderMark?: unknown;
	customProperties?: { property?: TypedProperty[] };
	description?: unknown;
	mostRejectedPercent?: unknown;
	pricingTier?: PricingTier;
	textNormalization?: string;
	usedFor?: UsedFor;
	validate?: Validation;
}

/**
 * Reads the fields of the node that say what to make of the data.
 *
 * @throws InputError when a value makes no sense.
 */
export function readSettings(
	context: IExecuteFunctions,
	apiVersion: ApiVersion,
	itemIndex: number,
): Settings {
	const raw = context.getNodeParameter('options', itemIndex, {}) as RawOptions;
	const parameter = (name: string, fallback: unknown) =>
		context.getNodeParameter(name, itemIndex, fallback) as unknown;
	return {
		kind: readKind(parameter('kind', 'detect')),
		locale: readLocale(context, itemIndex),
		displayName: String(parameter('displayName', '') ?? '').trim(),
		description: String(raw.description ?? ''),
		projectId: readProjectOption(context, 'options.projectId', apiVersion, itemIndex),
		customProperties: readOwnProperties(raw.customProperties?.property ?? []),
		textNormalization:
			raw.textNormalization === undefined
				? null
				: choiceFromInput(raw.textNormalization, {
						label: 'Text Normalization',
						choices: ['Default', 'None'],
						fallback: 'Default',
					}),
		waits: switchFromInput(parameter('waitUntilProcessed', true), {
			label: 'Wait Until Processed',
			fallback: true,
		}),
		simplify: readSimplify(context, itemIndex),
		addByteOrderMark: switchFromInput(raw.addByteOrderMark, {
			label: 'Add Missing Byte Order Mark',
			fallback: true,
		}),
		mostRejectedPercent: numberFromInput(raw.mostRejectedPercent, {
			label: 'Maximum Rejected Lines (%)',
			atLeast: 0,
			fallback: DEFAULT_MOST_REJECTED,
		}),
		ifAlreadyUploaded: choiceFromInput(raw.ifAlreadyUploaded, {
			label: 'If Already Uploaded',
			choices: IF_THERE,
			fallback: 'use',
		}),
		tier: choiceFromInput(raw.pricingTier, {
			label: 'Pricing Tier',
			choices: ['S0', 'F0'],
			fallback: 'S0',
		}),
		usedFor: choiceFromInput(raw.usedFor, {
			label: 'Intended Use',
			choices: ['any', 'training', 'testing'],
			fallback: 'any',
		}),
		validate: choiceFromInput(raw.validate, {
			label: 'Validate Before Upload',
			choices: ['stop', 'warn', 'off'],
			fallback: 'stop',
		}),
	};
}

function readKind(value: unknown): DatasetKind | null {
	const text = String(value ?? '').trim();
	if (text === '' || text.toLowerCase() === 'detect') return null;
	const kind = kindNamed(text);
	if (kind !== null) return kind;
	throw new InputError(
		`'Data Type' is not a kind of dataset: '${cleanText(text, 60)}'.`,
		`Use Detect or one of ${kindNames(DATASET_KINDS)}.`,
	);
}

function readLocale(context: IExecuteFunctions, itemIndex: number): string {
	const locale = readOptionalLocale(context, 'locale', itemIndex);
	if (locale !== null) return locale;
	throw new InputError(
		"'Locale' is empty, and the incoming item has none.",
		"Choose the language and region of the data in 'Locale', such as en-US.",
	);
}

function readOwnProperties(entries: TypedProperty[]): Record<string, string> {
	const properties = readProperties(entries, [CONTENT_PROPERTY, SHORT_AUDIO_PROPERTY]);
	const count = Object.keys(properties).length;
	// The hash of the content needs one of them.
	if (count >= MOST_PROPERTIES) {
		throw new InputError(
			`'Custom Properties' has ${count} entries, but at most ${MOST_PROPERTIES - 1} are possible.`,
			`The service allows ${MOST_PROPERTIES} for each dataset, and the node needs one of them to recognize the content. Remove some.`,
		);
	}
	checkPropertyTexts(properties);
	return properties;
}
