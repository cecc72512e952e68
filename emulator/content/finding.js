'use strict';

/**
 * @typedef {{ lineNumber?: number, name?: string, reason: string }} Rejection
 * @typedef {{ audio: string, text: string }} Utterance
 */

/** Only so many rejected lines are told one by one; all are counted. */
const MOST_TOLD = 1000;

/** What an examination found in a content, line by line. */
class Finding {
	constructor() {
		this.accepted = 0;
		this.rejected = 0;
		/** @type {Rejection[]} */
		this.rejections = [];
		this.durationMilliseconds = 0;
		/** Whether some audio is short enough to be trained with. */
		this.shortAudio = false;
		/** @type {Utterance[]} */
		this.utterances = [];
	}

	/** @param {Rejection} rejection */
	reject(rejection) {
		this.rejected += 1;
		if (this.rejections.length < MOST_TOLD) this.rejections.push(rejection);
	}

	/**
	 * Takes a line, or rejects it for a reason.
	 * @param {string | undefined} reason
	 * @param {Omit<Rejection, 'reason'>} where
	 */
	judge(reason, where) {
		if (reason === undefined) this.accepted += 1;
		else this.reject({ ...where, reason });
	}
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

module.exports = { Finding, Unusable, atMost };
