import { isUtf8 } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import type { DatasetKind } from '../../../contract/types.d.ts';
import type { Quirks } from '../quirks.mts';
import { examineAudio } from './audioArchive.mts';
import { ByteReader } from './byteReader.mts';
import type { ContentBlobs, ContentHost } from './contentHost.mts';
import { examineDisplayRules } from './displayRules.mts';
import { Finding, Unusable } from './finding.mts';
import { linesOf, type Line } from './lines.mts';
import { isAllowed } from './localeRules.mts';
import type { Material } from './material.mts';
import { examinePronunciations, examineSentences } from './plainText.mts';
import { isOnlyPossible } from './sentence.mts';
import { examineStructuredText } from './structuredText.mts';
import { readHead } from './textHead.mts';
import { examineTranscribedAudio } from './transcribedArchive.mts';

/** Why a content cannot be used, as the job that takes it in ends with. */
export interface ContentError {
	code: string;
	message: string;
}

export interface Verdict {
	finding: Finding;
	error?: ContentError;
}

const EXAMINERS: Record<DatasetKind, (material: Material) => Promise<Finding>> = {
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
export async function examine(
	{ blobs, quirks, limits }: ContentHost,
	{ kind, locale, name, size }: { kind: DatasetKind; locale: string; name: string; size: number },
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
): AsyncGenerator<Line> {
	const reader = new ByteReader(chunks);
	try {
		const what = 'The content';
		const isMarked = await readHead(reader, { what, bomNeeded });
		if (isMarked || !mayBeAnsi) {
			yield* linesOf(reader.rest(), { what });
		} else {
			// Small enough to be held, as pronunciations are.
			const bytes = await buffer(reader.rest());
			const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
			yield* linesOf([bytes], { what, encoding });
		}
	} finally {
		await reader.close();
	}
}

/**
 * Opens a blob only when somebody begins to read.
 */
async function* chunksOf(blobs: ContentBlobs, name: string) {
	yield* blobs.stream(name);
}

function needsBom(kind: DatasetKind, { withoutBom }: Quirks) {
	if (withoutBom === 'asInSamples') return kind !== 'LanguageMarkdown';
	return withoutBom === 'refused';
}

function isUsable({ accepted, rejections }: Finding) {
	if (accepted > 0) return true;
	return rejections.length > 0 && rejections.every(({ reason }) => isOnlyPossible(reason));
}

function nothingLeft({ rejected, rejections }: Finding) {
	const first = rejections.at(0);
	const message = first
		? `All ${rejected} lines were rejected; the first: ${first.reason}`
		: 'The content contains no line.';
	return { code: 'DataImportFailed', message };
}
