import * as shared from './sharedFields.mts';

const GROUPS = ['dataset', 'model', 'evaluation', 'transcription', 'endpoint'];
const MOMENTS = ['Creation', 'Processing', 'Completion', 'Deletion'];
const eventNames = [
	...GROUPS.flatMap((group) => MOMENTS.map((moment) => `${group}${moment}`)),
	'ping',
	'challenge',
];

const events = shared.closed(
	Object.fromEntries(eventNames.map((name) => [name, { type: 'boolean' }])),
);

const create = shared.closed(
	{
		displayName: shared.displayName,
		description: shared.description,
		webUrl: shared.uri,
		events,
		customProperties: shared.customProperties,
		properties: shared.closed({ secret: { type: 'string' } }),
	},
	['displayName', 'webUrl', 'events'],
);

const update = shared.closed({
	displayName: { type: 'string' },
	description: shared.description,
	webUrl: shared.uri,
	events,
	customProperties: shared.customPropertiesPatch,
	properties: shared.closed({ secret: { type: 'string' } }),
});

export { create, update, eventNames };
