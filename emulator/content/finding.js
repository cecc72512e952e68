'use strict';

/**
 * @typedef {{ lineNumber?: number, name?: string, text?: string }} Place where a line stands, the file it is about, and
 *   how it reads, as far as each is known
 * @typedef {Place & { reason: string }} Rejection
 * @typedef {{ audio: string, text: string }} Utterance
 */

/** Only so many lines are told one by one, of those taken and of those rejected; all are counted. */
const MOST_TOLD = 1000;
/** And only so much of each. */
const LONGEST_TOLD = 500;

/** What an examination found in a content, line by line. */
class Finding {
	constructor() {
		this.accepted = 0;
		this.rejected = 0;
		/** @type {Rejection[]} */
		this.rejections = [];
		/** @type {Place[]} */
		this.acceptances = [];
		this.durationMilliseconds = 0;
		/** Whether some audio is short enough to be trained with. */
		this.shortAudio = false;
		/** @type {Utterance[]} */
		this.utterances = [];
	}

	/** @param {Place} place */
	accept(place) {
		this.accepted += 1;
		if (this.acceptances.length < MOST_TOLD) this.acceptances.push(shortened(place));
	}

	/** @param {Rejection} rejection */
	reject(rejection) {
		this.rejected += 1;
		if (this.rejections.length < MOST_TOLD) this.rejections.push(shortened(rejection));
	}

	/**
	 * Takes a line, or rejects it for a reason.
	 * @param {string | undefined} reason
	 * @param {Place} place
	 */
	judge(reason, place) {
		if (reason === undefined) this.accept(place);
		else this.reject({ ...place, reason });
	}
}

/**
 * A copy with no more of the words than is told; a mere part of a text would hold all of it in memory.
 * @template {Place} T
 * @param {T} place
 * @returns {T}
 */
function shortened(place) {
	const copy = { ...place };
	if (place.name !== undefined) copy.name = beginning(place.name);
	if (place.text !== undefined) copy.text = beginning(place.text);
	return copy;
}

/** @param {string} words */
function beginning(words) {
	return Buffer.from(words.slice(0, LONGEST_TOLD)).toString();
}

/** A content that cannot be used as a whole. */
class Unusable extends Error {
	/**
	 * @param {string} message
	 * @param {string} [code]
	 */
	constructor(message, code = 'DataImportFailed') {
		super(message);
		this.code = code;
	}
}

/**
 * Refuses a content that has too many of something.
 * @param {number} count
 * @param {number} most
 * @param {string} what
 */
function atMost(count, most, what) {
	if (count > most) throw new Unusable(`There are more than ${most} ${what}.`);
}

module.exports = { Finding, Unusable, atMost, shortened };
