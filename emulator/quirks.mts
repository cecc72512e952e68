/**
 * What no public source settles about the real service, as switches. Each default is the stricter or the documented reading.
 */
export interface Quirks {
	nextLinkAtEnd: 'absent' | 'null';
	nextLinkForm: 'absolute' | 'relative' | 'upperCase' | 'trailingSlash' | 'otherCollection';
	deleteAbsent: 204 | 404;
	inUseStatus: 409 | 400;
	unfinishedStatus: 409 | 400;
	deleteUnuploaded: 'taken' | 'refused';
	retryAfterOn429: boolean;
	mapsOnPatch: 'merge' | 'replace';
	endpointPatchAnswer: 'new' | 'old';
	endpointChangeShown: 'atOnce' | 'late';
	endpointChangeServed: 'afterJob' | 'later';
	failedUpdateModel: 'new' | 'old';
	locationOnCreate: boolean;
	modelNeedsDatasets: boolean;
	endpointNeedsModel: boolean;
	pronunciationWithStructuredText: 'refused' | 'failed' | 'taken';
	baseReference: 'base' | 'plain';
	byos: boolean;
	byosLinks: 'signed' | 'plain';
	challengeMethod: 'POST' | 'GET';
	eventNames: 'Pascal' | 'camel';
	severalFaults: 'joined' | 'first';
	gatewayErrorType: 'application/json' | 'text/plain';
	withoutBom: 'refused' | 'asInSamples' | 'taken';
	repetitions: 'dropped' | 'kept';
	scoreFiles: 'full' | 'phrases' | 'displayOnly' | 'unreadable' | 'absent';
	tokenScores: 'present' | 'minusOne' | 'absent';
	editShares: 'percent' | 'fraction';
	discardedRows: 'inTraining' | 'atImport';
	datasetReport:
		| 'lines'
		| 'counts'
		| 'entries'
		| 'entriesAsString'
		| 'byName'
		| 'jsonLines'
		| 'unreadable'
		| 'absent';
}

/** @type {Quirks} */
const defaultQuirks: Quirks = {
	nextLinkAtEnd: 'absent',
	nextLinkForm: 'absolute',
	deleteAbsent: 204,
	inUseStatus: 409,
	unfinishedStatus: 409,
	deleteUnuploaded: 'taken',
	retryAfterOn429: true,
	mapsOnPatch: 'merge',
	endpointPatchAnswer: 'new',
	endpointChangeShown: 'atOnce',
	endpointChangeServed: 'afterJob',
	failedUpdateModel: 'new',
	locationOnCreate: true,
	modelNeedsDatasets: true,
	endpointNeedsModel: true,
	pronunciationWithStructuredText: 'refused',
	baseReference: 'base',
	byos: false,
	byosLinks: 'signed',
	challengeMethod: 'POST',
	eventNames: 'Pascal',
	severalFaults: 'joined',
	gatewayErrorType: 'application/json',
	withoutBom: 'asInSamples',
	repetitions: 'dropped',
	discardedRows: 'inTraining',
	datasetReport: 'lines',
	scoreFiles: 'full',
	tokenScores: 'present',
	editShares: 'percent',
};

/** @type {Record<keyof Quirks, unknown[]>} */
const allowed: Record<keyof Quirks, unknown[]> = {
	nextLinkAtEnd: ['absent', 'null'],
	nextLinkForm: ['absolute', 'relative', 'upperCase', 'trailingSlash', 'otherCollection'],
	deleteAbsent: [204, 404],
	inUseStatus: [409, 400],
	unfinishedStatus: [409, 400],
	deleteUnuploaded: ['taken', 'refused'],
	retryAfterOn429: [true, false],
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
	byos: [true, false],
	byosLinks: ['signed', 'plain'],
	challengeMethod: ['POST', 'GET'],
	eventNames: ['Pascal', 'camel'],
	severalFaults: ['joined', 'first'],
	gatewayErrorType: ['application/json', 'text/plain'],
	withoutBom: ['refused', 'asInSamples', 'taken'],
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
};

/**
 * Changes switches in place; an unknown name or value is an error.
 */
function changeQuirks(quirks: Quirks, changes: Partial<Quirks>) {
	for (const [name, value] of Object.entries(changes)) {
		const values = allowed[name as keyof Quirks];
		if (!values?.includes(value)) throw new Error(`Unknown quirk ${name}=${String(value)}`);
	}
	Object.assign(quirks, changes);
}

export { defaultQuirks, changeQuirks };
