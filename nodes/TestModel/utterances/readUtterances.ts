import type { SpeechClient } from '../../shared/api/client';
import { downloadText } from '../../shared/api/download';
import { throwIfCancelled, cancelSignal } from '../../shared/api/cancel';
import { ServiceError } from '../../shared/api/serviceError';
import { entityPath } from '../../shared/api/urls';
import type { EntityFile } from '../../shared/speech/entities';
import { readFile } from '../../shared/speech/shapes/readEntity';
import { pairFiles, type FilePair } from './pairFiles';
import { hearingOf, parseScore, type Hearing } from './parseScore';
import type { Utterance } from './worstUtterances';

/** What the result files of a test tell of its recordings. */
export interface ReadUtterances {
	utterances: Utterance[];
	/** What was not read and why, in a sentence; null when everything was. */
	note: string | null;
}

/** Recordings read of one test; a test set may hold 10,000. */
const MOST_RECORDINGS = 500;
const AT_ONCE = 4;
/** Larger files are passed over; one hour of speech comes to about this. */
const MOST_BYTES = 2_000_000;

/**
 * Reads the score files of a test. The figures of the test do not need them, so a fault is told and not thrown.
 *
 * @throws only when the execution is cancelled.
 */
export async function readUtterances(
	client: SpeechClient,
	evaluationId: string,
): Promise<ReadUtterances> {
	try {
		const { pairs, isWhole } = await listPairs(client, evaluationId);
		const utterances = await readPairs(client, pairs);
		return { utterances: utterances.filter(isHeard), note: noteOn(utterances, isWhole) };
	} catch (thrown) {
		throwIfCancelled(cancelSignal(client.context));
		const reason = thrown instanceof ServiceError ? ` ${thrown.facts.message}` : '';
		return { utterances: [], note: `The result files of the test could not be read.${reason}` };
	}
}

async function listPairs(client: SpeechClient, evaluationId: string) {
	const path = `${entityPath('evaluations', evaluationId)}/files`;
	const files: EntityFile[] = [];
	for await (const page of client.pages<EntityFile>(path, {}, readFile)) {
		files.push(...page.values);
		if (areEnough(pairFiles(files))) break;
	}
	const pairs = pairFiles(files);
	return { pairs: pairs.slice(0, MOST_RECORDINGS), isWhole: pairs.length <= MOST_RECORDINGS };
}

/** The files of one model may all come before those of the other. */
function areEnough(pairs: FilePair[]): boolean {
	const first = pairs.slice(0, MOST_RECORDINGS);
	return pairs.length > MOST_RECORDINGS && first.every((pair) => pair.reference && pair.candidate);
}

async function readPairs(client: SpeechClient, pairs: FilePair[]): Promise<Utterance[]> {
	const utterances: Utterance[] = [];
	const faults: ServiceError[] = [];
	for (let first = 0; first < pairs.length; first += AT_ONCE) {
		const group = pairs.slice(first, first + AT_ONCE);
		const read = group.map(async (pair) => await readPair(client, pair, faults));
		utterances.push(...(await Promise.all(read)));
		// What keeps from all the first files will keep from the others.
		if (faults.length > 0 && !utterances.some(isHeard)) throw faults[0];
	}
	return utterances;
}

async function readPair(
	client: SpeechClient,
	pair: FilePair,
	faults: ServiceError[],
): Promise<Utterance> {
	const reference = await readScore(client, pair.reference, faults);
	const candidate = await readScore(client, pair.candidate, faults);
	const said = reference?.said ?? candidate?.said ?? null;
	return {
		audio: pair.audio,
		said,
		reference: withSaid(reference, said),
		candidate: withSaid(candidate, said),
	};
}

async function readScore(
	client: SpeechClient,
	file: EntityFile | null,
	faults: ServiceError[],
): Promise<Hearing | null> {
	if (file === null || (file.properties?.size ?? 0) > MOST_BYTES) return null;
	try {
		const { context, connection } = client;
		const text = await downloadText(context, connection, file.links?.contentUrl, MOST_BYTES);
		return parseScore(text);
	} catch (thrown) {
		throwIfCancelled(cancelSignal(client.context));
		if (thrown instanceof ServiceError) faults.push(thrown);
		return null;
	}
}

/** One model's file may be the only one to tell what was said. */
function withSaid(hearing: Hearing | null, said: string | null): Hearing | null {
	if (hearing === null || said === null || hearing.said !== null) return hearing;
	// The marks are of the form that is scored; what was heard may be known in writing only.
	const scored = hearing.edits ? null : hearing.heard;
	return { ...hearingOf(said, scored, hearing.edits), heard: hearing.heard };
}

function isHeard({ reference, candidate }: Utterance): boolean {
	return reference !== null || candidate !== null;
}

function noteOn(utterances: Utterance[], isWhole: boolean): string | null {
	if (utterances.length === 0) return 'The test has no result files of single recordings.';
	if (!utterances.some(isHeard)) return 'The result files of the test could not be understood.';
	const leftOut = utterances.filter(({ candidate }) => !candidate?.edits).length;
	const notes = [
		!isWhole && `Only the first ${MOST_RECORDINGS} recordings were read.`,
		leftOut > 0 &&
			`The result files of ${leftOut} of ${utterances.length} recordings are missing, unreadable, too long to compare, or without a transcript, so these recordings are not listed.`,
	];
	return notes.filter(Boolean).join(' ') || null;
}
