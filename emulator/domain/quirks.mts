import type { JsonObject } from './json.mts';

/**
 * What no public source settles about the real service, as switches: what each can be, its default first. A default is
 * the stricter or the documented reading.
 */
export const QUIRKS = {
	nextLinkAtEnd: ['absent', 'null'],
	nextLinkForm: ['absolute', 'relative', 'upperCase', 'trailingSlash', 'otherCollection'],
	deleteAbsent: [204, 404],
	inUseStatus: [409, 400],
	unfinishedStatus: [409, 400],
	deleteUnuploaded: ['taken', 'refused'],
	retryAfterOn429: [true, false],
	madeIsListed: ['atOnce', 'late'],
	mapsOnPatch: ['merge', 'replace'],
	endpointPatchAnswer: ['new', 'old'],
	endpointChangeShown: ['atOnce', 'late'],
	endpointChangeServed: ['afterJob', 'later'],
	failedUpdateModel: ['new', 'old'],
	locationOnCreate: [true, false],
	modelNeedsDatasets: [true, false],
	endpointNeedsModel: [true, false],
	pronunciationWithStructuredText: ['refused', 'failed', 'taken'],
	baseReference: ['base', 'plain'],
	baseOfCopy: ['needed', 'unneeded'],
	byos: [false, true],
	byosLinks: ['signed', 'plain'],
	challengeMethod: ['POST', 'GET'],
	challengeSent: ['atOnce', 'late'],
	mostWebhooks: ['unlimited', 'ten'],
	eventNames: ['Pascal', 'camel'],
	severalFaults: ['joined', 'first'],
	gatewayErrorType: ['application/json', 'text/plain'],
	withoutBom: ['asInSamples', 'refused', 'taken'],
	repetitions: ['dropped', 'kept'],
	discardedRows: ['inTraining', 'atImport'],
	datasetReport: [
		'lines',
		'counts',
		'entries',
		'entriesAsString',
		'byName',
		'jsonLines',
		'unreadable',
		'absent',
	],
	scoreFiles: ['full', 'phrases', 'displayOnly', 'unreadable', 'absent'],
	tokenScores: ['present', 'minusOne', 'absent'],
	editShares: ['percent', 'fraction'],
} as const;

export type Quirks = { -readonly [Name in keyof typeof QUIRKS]: (typeof QUIRKS)[Name][number] };

/** The switches as they stand at the start. */
export function defaultQuirks(): Quirks {
	const quirks = Object.fromEntries(
		Object.entries(QUIRKS).map(([name, values]) => [name, values[0]]),
	);
	if (!isComplete(quirks)) throw new Error('A quirk has no default');
	return quirks;
}

/**
 * Changes switches in place; an unknown name or value is an error, and then nothing is changed.
 */
export function changeQuirks(quirks: Quirks, changes: JsonObject): Quirks {
	for (const [name, value] of Object.entries(changes)) {
		if (!allows(name, value)) throw new Error(`Unknown quirk ${name}=${String(value)}`);
	}
	return Object.assign(quirks, changes);
}

function isComplete(values: JsonObject): values is Quirks {
	return Object.keys(QUIRKS).every((name) => allows(name, values[name]));
}

function allows(name: string, value: unknown) {
	return Object.entries(QUIRKS).some(
		([known, values]) => known === name && values.some((one) => one === value),
	);
}
