/** Where in a content something is: on a line, or in a file of an archive. */
export interface Place {
	lineNumber?: number;
	name?: string;
	text?: string;
}

export interface Rejection extends Place {
	reason: string;
}

/** What is said in a file of audio. */
export interface Utterance {
	audio: string;
	text: string;
}

/** Only so many lines are told one by one, of those taken and of those rejected; all are counted. */
const MOST_TOLD = 1000;
/** And only so much of each. */
const LONGEST_TOLD = 500;

/** What an examination found in a content, line by line. */
export class Finding {
	accepted = 0;
	rejected = 0;
	readonly rejections: Rejection[] = [];
	readonly acceptances: Place[] = [];
	durationMilliseconds = 0;
	/** Whether some audio is short enough to be trained with. */
	shortAudio = false;
	readonly utterances: Utterance[] = [];

	accept(place: Place) {
		this.accepted += 1;
		if (this.acceptances.length < MOST_TOLD) this.acceptances.push(shortened(place));
	}

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
 */
export function shortened<T extends Place>(place: T): T {
	const { name, text } = place;
	return {
		...place,
		...(name === undefined ? {} : { name: beginning(name) }),
		...(text === undefined ? {} : { text: beginning(text) }),
	};
}

function beginning(words: string) {
	return Buffer.from(words.slice(0, LONGEST_TOLD)).toString();
}

/** A content that cannot be used as a whole. */
export class Unusable extends Error {
	readonly code: string;

	constructor(message: string, code = 'DataImportFailed') {
		super(message);
		this.code = code;
	}
}

/**
 * Refuses a content that has too many of something.
 */
export function atMost(count: number, most: number, what: string) {
	if (count > most) throw new Unusable(`There are more than ${most} ${what}.`);
}
