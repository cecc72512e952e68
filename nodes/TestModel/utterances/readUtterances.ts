import type { SpeechClient } from '../../shared/api/client';
import { downloadText } from '../../shared/api/download';
import { throwIfCancelled, cancelSignal } from '../../shared/api/cancel';
import { ServiceError } from '../../shared/api/serviceError';
import { isFilePage } from '../../shared/api/shapes';
import { entityPath } from '../../shared/api/urls';
import type { EntityFile } from '../../shared/speech/entities';
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
		return { utterances, note: noteOn(pairs, utterances, isWhole) };
	} catch (thrown) {
		throwIfCancelled(cancelSignal(client.context));
		const reason = thrown instanceof ServiceError ? ` ${thrown.facts.message}` : '';
		return { utterances: [], note: `The result files of the test could not be read.${reason}` };
	}
}

async function listPairs(client: SpeechClient, evaluationId: string) {
	const path = `${entityPath('evaluations', evaluationId)}/files`;
	const files: EntityFile[] = [];
	for await (const page of client.pages<EntityFile>(path, {}, isFilePage)) {
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
	for (let first = 0; first < pairs.length; first += AT_ONCE) {
		const group = pairs.slice(first, first + AT_ONCE);
		utterances.push(
			...(await Promise.all(group.map(async (pair) => await readPair(client, pair)))),
		);
	}
	return utterances.filter(({ reference, candidate }) => reference !== null || candidate !== null);
}

async function readPair(client: SpeechClient, pair: FilePair): Promise<Utterance> {
	const reference = await readScore(client, pair.reference);
	const candidate = await readScore(client, pair.candidate);
	const said = reference?.said ?? candidate?.said ?? null;
	return {
		audio: pair.audio,
		said,
		reference: withSaid(reference, said),
		candidate: withSaid(candidate, said),
	};
}

async function readScore(client: SpeechClient, file: EntityFile | null): Promise<Hearing | null> {
	if (file === null || (file.properties?.size ?? 0) > MOST_BYTES) return null;
	const text = await downloadText(client.context, client.connection, file.links?.contentUrl);
	return parseScore(text);
}

/** One model's file may be the only one to tell what was said. */
function withSaid(hearing: Hearing | null, said: string | null): Hearing | null {
	if (hearing === null || said === null || hearing.said !== null) return hearing;
	return hearingOf(said, hearing.heard, hearing.edits);
}

function noteOn(pairs: FilePair[], utterances: Utterance[], isWhole: boolean): string | null {
	if (pairs.length === 0) return 'The test has no result files of single recordings.';
	if (utterances.length === 0) return 'The result files of the test could not be understood.';
	return isWhole ? null : `Only the first ${MOST_RECORDINGS} recordings were looked at.`;
}
