export type Properties = import('./parse.mts').Properties;

/** @type {Properties} */
const content: Properties = {
	displayName: 'text',
	description: 'text',
	createdDateTime: 'date',
	lastActionDateTime: 'date',
	status: 'text',
	locale: 'text',
};

/**
 * What may be filtered in each list.
 * @type {Record<'models'|'baseModels'|'endpoints'|'evaluations'|'transcriptions'|'datasets'|'projects'|'webhooks'|'operations'|'files', Properties>}
 */
const filterable: Record<
	| 'models'
	| 'baseModels'
	| 'endpoints'
	| 'evaluations'
	| 'transcriptions'
	| 'datasets'
	| 'projects'
	| 'webhooks'
	| 'operations'
	| 'files',
	Properties
> = {
	models: content,
	baseModels: content,
	endpoints: content,
	evaluations: content,
	transcriptions: content,
	datasets: { ...content, kind: 'text' },
	projects: {
		displayName: 'text',
		description: 'text',
		createdDateTime: 'date',
		locale: 'text',
		foundryProjectName: 'text',
	},
	webhooks: {
		displayName: 'text',
		description: 'text',
		createdDateTime: 'date',
		lastActionDateTime: 'date',
		status: 'text',
		webUrl: 'text',
	},
	operations: {},
	files: { name: 'text', createdDateTime: 'date', kind: 'text' },
};

export { filterable };
