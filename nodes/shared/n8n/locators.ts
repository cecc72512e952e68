import type { INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { COLLECTION_LABELS, COLLECTION_PATHS } from '../speech/references';
import { withArticle } from '../speech/text';

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

interface LocatorText {
	displayName: string;
	name: string;
	description: string;
	/** An expression that reads the incoming item; left out, the person picks from the list. */
	default?: string;
	required?: boolean;
	displayOptions?: INodeProperties['displayOptions'];
}

interface EntityLocatorText extends LocatorText {
	/** Left out, the list offers everything of the collection. */
	searchListMethod?: string;
	/** For a field that takes a base model as well as a custom one, by URL or ID. */
	alsoBaseModels?: boolean;
}

const SEARCH_METHODS = {
	models: 'searchModels',
	baseModels: 'searchBaseModels',
	datasets: 'searchDatasets',
	endpoints: 'searchEndpoints',
	evaluations: 'searchEvaluations',
	projects: 'searchProjects',
};

/**
 * The default of a field that names an entity, as n8n evaluates it: the ID of what the incoming item holds under a key, the
 * URL of an entity as the service sent it, or a text as it is. A whole entity would be shown, and pasted, as `[Object: ...]`.
 */
export function idFromItem(key: string): string {
	return `={{ ${idOfKey(key)} ?? '' }}`;
}

/** The part of such an expression that reads one key. */
export function idOfKey(key: string): string {
	return `$json.${key}?.id ?? $json.${key}?.self ?? $json.${key}?.trim?.()`;
}

/** A field that picks one entity: from the service's list, by the URL Azure shows, or by id. */
export function entityLocator(
	collection: keyof typeof SEARCH_METHODS,
	{
		default: expression,
		searchListMethod = SEARCH_METHODS[collection],
		alsoBaseModels = false,
		...text
	}: EntityLocatorText,
): INodeProperties {
	const path = COLLECTION_PATHS[collection];
	const what = alsoBaseModels ? 'model' : COLLECTION_LABELS[collection];
	const paths = alsoBaseModels ? `${path}(?:/base)?` : path;
	const urlRegex = `^\\s*https?://[^/]+/speechtotext(?:/v\\d[\\w.-]*)?${paths}/(${UUID})(?:[/?#].*)?\\s*$`;
	return {
		...text,
		type: 'resourceLocator',
		default: locatorDefault(expression),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select ${withArticle(what)}...`,
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: `e.g. https://westeurope.api.cognitive.microsoft.com/speechtotext${path}/1b2c3d4e-0000-4000-8000-123456789abc`,
				extractValue: { type: 'regex', regex: urlRegex },
				validation: [
					{
						type: 'regex',
						properties: { regex: urlRegex, errorMessage: `Not the URL of ${withArticle(what)}` },
					},
				],
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 1b2c3d4e-0000-4000-8000-123456789abc',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: `^\\s*${UUID}\\s*$`,
							errorMessage: `Not the ID of ${withArticle(what)}`,
						},
					},
				],
			},
		],
	};
}

/** A field that picks a locale: from what the service supports, or typed. */
export function localeLocator({ default: expression, ...text }: LocatorText): INodeProperties {
	return {
		...text,
		type: 'resourceLocator',
		default: locatorDefault(expression),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a locale...',
				typeOptions: { searchListMethod: 'searchLocales', searchable: true },
			},
			{
				displayName: 'By Code',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. en-US',
			},
		],
	};
}

function locatorDefault(expression: string | undefined): NodeParameterValueType {
	return { __rl: true, mode: expression ? 'id' : 'list', value: expression ?? '' };
}
