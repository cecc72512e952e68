import type { DatasetKind } from '../../../contract/types.d.ts';
import type { ContentBlobs, ContentHost } from './contentHost.mts';
import { examine, type ContentError } from './examine.mts';
import type { Utterance } from './finding.mts';
import { readToldLines, readUtterances, type ToldLines } from './storedFinding.mts';

/** What a dataset knows of its content. */
export interface TakenContent {
	/** In bytes. */
	size: number;
	sha256: string;
	accepted: number;
	rejected: number;
	durationMilliseconds: number;
	shortAudio: boolean;
}

/**
 * Examines the content of a dataset, which lies under its id, and stores what was found line by line.
 * @param written what arrived
 * @returns what the dataset is to know of it, and why it cannot be used
 */
export async function takeContent(
	host: ContentHost,
	{ id, kind, locale }: { id: string; kind: DatasetKind; locale: string },
	{ size, sha256 }: { size: number; sha256: string },
): Promise<{ content: TakenContent; error?: ContentError }> {
	const { finding, error } = await examine(host, { kind, locale, name: id, size });
	const { utterances, rejections, acceptances, ...found } = finding;
	await writeJson(host.blobs, toldName(id), { rejections, acceptances });
	if (utterances.length > 0) await writeJson(host.blobs, utterancesName(id), utterances);
	return { content: { size, sha256, ...found }, error };
}

/**
 * The lines that are told one by one; none when nobody read the content.
 * @param id of the dataset
 */
export function toldLines({ blobs }: { blobs: Pick<ContentBlobs, 'get'> }, id: string): ToldLines {
	const blob = blobs.get(toldName(id));
	return blob ? readToldLines(blob) : { rejections: [], acceptances: [] };
}

/**
 * The transcripts of a dataset, or of an evaluation made with it; nothing when there are none.
 */
export function utterancesOf(
	blobs: Pick<ContentBlobs, 'get'>,
	id: string,
): Utterance[] | undefined {
	const blob = blobs.get(utterancesName(id));
	return blob && readUtterances(blob);
}

async function writeJson(blobs: ContentBlobs, name: string, value: unknown) {
	await blobs.write(name, [Buffer.from(JSON.stringify(value))]);
}

function toldName(id: string) {
	return `${id}.told`;
}

/**
 * The blob with the transcripts of a dataset, or of an evaluation made with it.
 */
export function utterancesName(id: string) {
	return `${id}.utterances`;
}
