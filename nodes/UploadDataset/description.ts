import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { datasetKindOptions } from '../shared/n8n/datasetKindOptions';
import { localeLocator } from '../shared/n8n/locators';
import { simplifyProperty } from '../shared/n8n/simplifyProperty';
import { storedWaitProperty } from '../shared/waiting/options';
import { optionsProperty } from './optionsProperty';

/** Sorted by the bare letters: the first use of `localeCompare` costs n8n 5 ms as it starts. */
const kindOptions = [
	...datasetKindOptions,
	{
		name: 'Detect',
		value: 'detect',
		description: 'By the name and content of the file. The result says what was decided and why.',
	},
].sort((one, other) => (one.name < other.name ? -1 : 1));

export const properties: INodeProperties[] = [
	authenticationProperty,
	{
		displayName: 'Source',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'File',
				value: 'file',
				action: 'Upload dataset from file',
				description: 'A file of the incoming item, validated and then sent in blocks',
			},
			{
				name: 'URL',
				value: 'url',
				action: 'Upload dataset from URL',
				description: 'A URL that Azure downloads from, such as a blob with a SAS token',
			},
		],
		default: 'file',
		description: 'Where the data comes from',
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'For several datasets, separate names with commas. Use * at the end for all names that start the same, such as files*.',
		description: 'The name of the input field that contains the file',
		displayOptions: { show: { operation: ['file'] } },
	},
	{
		displayName: 'URL',
		name: 'contentUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://account.blob.core.windows.net/speech/calls.zip?sv=...',
		description:
			'Must open with one anonymous GET request. The content is not validated before upload. A SAS token never appears in outputs, messages or logs.',
		displayOptions: { show: { operation: ['url'] } },
	},
	{
		displayName: 'Data Type',
		name: 'kind',
		type: 'options',
		options: kindOptions,
		default: 'detect',
		description: 'What kind of data it is',
	},
	localeLocator({
		displayName: 'Locale',
		name: 'locale',
		required: true,
		default:
			"={{ $json.locale ?? $json.model?.locale ?? $json.dataset?.locale ?? $json.baseModel?.locale ?? '' }}",
		description: 'Language and region of the data. Defaults to the locale of the incoming item.',
	}),
	{
		displayName: 'Name',
		name: 'displayName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Product names',
		description: 'Name of the dataset. Defaults to the name of the file.',
	},
	{
		displayName: 'Wait Until Processed',
		name: 'waitUntilProcessed',
		type: 'boolean',
		default: true,
		description: 'Whether to wait until Azure has processed the data, and report what it accepted',
	},
	simplifyProperty,
	storedWaitProperty,
	optionsProperty,
];
