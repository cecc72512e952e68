'use strict';

/**
 * What no public source settles about the real service, as switches. Each default is the stricter or the documented reading.
 * @typedef {object} Quirks
 * @property {'absent' | 'null'} nextLinkAtEnd how the last page says it is the last
 * @property {'absolute' | 'relative' | 'upperCase' | 'trailingSlash' | 'otherCollection'} nextLinkForm a link to the next page of which only the query can be used; one official example leads base models to `/models`
 * @property {204 | 404} deleteAbsent DELETE of an endpoint or web hook that is not there
 * @property {409 | 400} inUseStatus DELETE of what something else uses
 * @property {409 | 400} unfinishedStatus DELETE of what is not at an end; that it is refused is known, not with which status
 * @property {'taken' | 'refused'} deleteUnuploaded DELETE of a dataset that waits for its blocks: it is at no end, yet nothing runs
 * @property {boolean} retryAfterOn429 whether the rate limit's own answer carries Retry-After
 * @property {'merge' | 'replace'} mapsOnPatch what PATCH does to customProperties and events
 * @property {'new' | 'old'} endpointPatchAnswer whether the answer to PATCH of an endpoint's model shows the new model already
 * @property {'atOnce' | 'late'} endpointChangeShown whether a change of an endpoint's model is shown from the answer to PATCH on, or 2 seconds later
 * @property {'afterJob' | 'later'} endpointChangeServed whether a change of an endpoint's model is a job, as the pages say, or is answered Succeeded at once, as official samples show, while the old model goes on for the time of the job
 * @property {'new' | 'old'} failedUpdateModel which model an endpoint shows after a change of model has failed; the old one serves in either case
 * @property {boolean} locationOnCreate some official examples of 201 lack the header
 * @property {boolean} modelNeedsDatasets
 * @property {boolean} endpointNeedsModel
 * @property {'refused' | 'failed' | 'taken'} pronunciationWithStructuredText a training with both: the pages say they cannot be combined, not what the service answers
 * @property {'base' | 'plain'} baseReference whether a custom model names its base under `/models/base/` or, as v3.0 did, under `/models/`
 * @property {boolean} byos the resource has its own storage: logging may be on, links live 30 days
 * @property {'signed' | 'plain'} byosLinks links to own storage: signed up to v3.2, without a signature by the contract of 2025-10-15
 * @property {'POST' | 'GET'} challengeMethod
 * @property {'Pascal' | 'camel'} eventNames `Challenge` or `challenge` in the event header
 * @property {'joined' | 'first'} severalFaults whether a refusal names all that is wrong, joined by " OR ", or the first of it
 * @property {'application/json' | 'text/plain'} gatewayErrorType content type of the gateway's own errors
 * @property {'refused' | 'asInSamples' | 'taken'} withoutBom text without a byte-order mark: the pages ask for one, the published sample of structured text has none
 * @property {'dropped' | 'kept'} repetitions lines that repeat something more than three times, which the service "might drop"
 * @property {'full' | 'phrases' | 'displayOnly' | 'unreadable' | 'absent'} scoreFiles how much the result files of an evaluation tell; of their format little is known
 * @property {'present' | 'minusOne' | 'absent'} tokenScores figures about display text, which are optional; -1 has been seen after the end too
 * @property {'percent' | 'fraction'} editShares one official example has percentageOfAllEdits both ways
 * @property {'inTraining' | 'atImport'} discardedRows when lines go that a page says are discarded by normalization: unseen by the import, or rejected by it
 * @property {'lines' | 'counts' | 'entries' | 'entriesAsString' | 'byName' | 'jsonLines' | 'unreadable' | 'absent'} datasetReport how much the report of a dataset tells, and in which form; only what an entry holds is known
 */

/** @type {Quirks} */
const defaultQuirks = {
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
const allowed = {
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
 * @param {Quirks} quirks
 * @param {Partial<Quirks>} changes
 */
function changeQuirks(quirks, changes) {
	for (const [name, value] of Object.entries(changes)) {
		const values = allowed[/** @type {keyof Quirks} */ (name)];
		if (!values?.includes(value)) throw new Error(`Unknown quirk ${name}=${String(value)}`);
	}
	Object.assign(quirks, changes);
}

module.exports = { defaultQuirks, changeQuirks };
