import { isUtf8 } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { examineAudio } from './audioArchive.mts';
import { ByteReader } from './byteReader.mts';
import { examineDisplayRules } from './displayRules.mts';
import { Finding, Unusable } from './finding.mts';
import { linesOf } from './lines.mts';
import { isAllowed } from './localeRules.mts';
import { examinePronunciations, examineSentences } from './plainText.mts';
import { examineStructuredText } from './structuredText.mts';
import { isOnlyPossible } from './sentence.mts';
import { readHead } from './textHead.mts';
import { examineTranscribedAudio } from './transcribedArchive.mts';

export interface Material {
	file: string;
	lines: AsyncGenerator<import('./lines.mts').Line>;
	locale: string;
	limits: import('./limits.mts').Limits;
	quirks: import('../quirks.mts').Quirks;
}

export type Verdict = { finding: Finding; error?: import('../types.mts').JobError };

/** @type {Record<string, (material: Material) => Promise<Finding>>} */
const EXAMINERS: Record<string, (material: Material) => Promise<Finding>> = {
	Language: examineSentences,
	LanguageMarkdown: examineStructuredText,
	Pronunciation: examinePronunciations,
	OutputFormatting: examineDisplayRules,
	Acoustic: examineTranscribedAudio,
	AudioFiles: examineAudio,
};

/**
 * Examines the content of a dataset by the published rules of its kind and locale.
 * @param content `name` of the blob
 */
async function examine(
	{ blobs, quirks, options: { limits } }: import('../service.mts').Service,
	{ kind, locale, name, size }: { kind: string; locale: string; name: string; size: number },
): Promise<Verdict> {
	const most = limits.bytes[kind];
	const mayBeAnsi = isAllowed('ansi', kind, locale);
	const bomNeeded = !mayBeAnsi && needsBom(kind, quirks);
	const lines = linesOfText(chunksOf(blobs, name), { bomNeeded, mayBeAnsi });
	const material = { file: blobs.fileOf(name), lines, locale, limits, quirks };
	try {
		if (size === 0) throw new Unusable('The content is empty.');
		if (size > most) throw new Unusable(`The content has ${size} bytes; the most is ${most}.`);
		const finding = await EXAMINERS[kind](material);
		return isUsable(finding) ? { finding } : { finding, error: nothingLeft(finding) };
	} catch (error) {
		if (!(error instanceof Unusable)) throw error;
		return { finding: new Finding(), error: { code: error.code, message: error.message } };
	}
}

async function* linesOfText(
	chunks: AsyncIterable<Uint8Array>,
	{ bomNeeded, mayBeAnsi }: { bomNeeded: boolean; mayBeAnsi: boolean },
): AsyncGenerator<import('./lines.mts').Line> {
	const reader = new ByteReader(chunks);
	try {
		const what = 'The content';
		const isMarked = await readHead(reader, { what, bomNeeded });
		if (isMarked || !mayBeAnsi) return yield* linesOf(reader.rest(), { what });
		// Small enough to be held, as pronunciations are.
		const bytes = await buffer(reader.rest());
		const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
		yield* linesOf(onePiece(bytes), { what, encoding });
	} finally {
		await reader.close();
	}
}

/** @param {Buffer} bytes */
async function* onePiece(bytes: Buffer) {
	yield bytes;
}

/**
 * Opens a blob only when somebody begins to read.
 */
async function* chunksOf(blobs: import('../store/blobs.mts').Blobs, name: string) {
	yield* blobs.stream(name);
}

function needsBom(kind: string, { withoutBom }: import('../quirks.mts').Quirks) {
	if (withoutBom === 'asInSamples') return kind !== 'LanguageMarkdown';
	return withoutBom === 'refused';
}

/** @param {Finding} finding */
function isUsable({ accepted, rejections }: Finding) {
	if (accepted > 0) return true;
	return rejections.length > 0 && rejections.every(({ reason }) => isOnlyPossible(reason));
}

/** @param {Finding} finding */
function nothingLeft({ rejected, rejections }: Finding) {
	const first = rejections[0];
	const message = first
		? `All ${rejected} lines were rejected; the first: ${first.reason}`
		: 'The content holds no line.';
	return { code: 'DataImportFailed', message };
}

export { examine };
