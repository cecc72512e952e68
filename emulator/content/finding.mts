export type Place = { lineNumber?: number; name?: string; text?: string };

export type Rejection = Place & { reason: string };

export type Utterance = { audio: string; text: string };

/** Only so many lines are told one by one, of those taken and of those rejected; all are counted. */
const MOST_TOLD = 1000;
/** And only so much of each. */
const LONGEST_TOLD = 500;

/** What an examination found in a content, line by line. */
class Finding {
	accepted: any;
	rejected: any;
	rejections: Rejection[];
	acceptances: Place[];
	durationMilliseconds: any;
	shortAudio: any;
	utterances: Utterance[];

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
	accept(place: Place) {
		this.accepted += 1;
		if (this.acceptances.length < MOST_TOLD) this.acceptances.push(shortened(place));
	}

	/** @param {Rejection} rejection */
	reject(rejection: Rejection) {
		this.rejected += 1;
		if (this.rejections.length < MOST_TOLD) this.rejections.push(shortened(rejection));
	}

	/**
	 * Takes a line, or rejects it for a reason.
	 */
	judge(reason: string | undefined, place: Place) {
		if (reason === undefined) this.accept(place);
		else this.reject({ ...place, reason });
	}
}

/**
 * A copy with no more of the words than is told; a mere part of a text would hold all of it in memory.
 * @template {Place} T
 */
function shortened<T>(place: T): T {
	const copy = { ...place };
	if (place.name !== undefined) copy.name = beginning(place.name);
	if (place.text !== undefined) copy.text = beginning(place.text);
	return copy;
}

/** @param {string} words */
function beginning(words: string) {
	return Buffer.from(words.slice(0, LONGEST_TOLD)).toString();
}

/** A content that cannot be used as a whole. */
class Unusable extends Error {
	code: any;

	constructor(message: string, code: string = 'DataImportFailed') {
		super(message);
		this.code = code;
	}
}

/**
 * Refuses a content that has too many of something.
 */
function atMost(count: number, most: number, what: string) {
	if (count > most) throw new Unusable(`There are more than ${most} ${what}.`);
}

export { Finding, Unusable, atMost, shortened };
