import { examine } from './examine.mts';

export interface TakenContent {
	size: number;
	sha256: string;
	accepted: number;
	rejected: number;
	durationMilliseconds: number;
	shortAudio: boolean;
}

export interface ToldLines {
	rejections: import('./finding.mts').Rejection[];
	acceptances: import('./finding.mts').Place[];
}

/**
 * Examines the content of a dataset, which lies under its id, and notes what was found.
 * @returns why it cannot be used
 */
async function takeContent(
	service: import('../service.mts').Service,
	record: import('../types.mts').EntityRecord,
	{ size, sha256 }: import('../store/blobs.mts').Written,
): Promise<import('../types.mts').JobError | undefined> {
	const { kind, locale } = record.fields;
	const { finding, error } = await examine(service, { kind, locale, name: record.id, size });
	const { utterances, rejections, acceptances, ...found } = finding;
	/** @type {TakenContent} */
	const content: TakenContent = { size, sha256, ...found };
	record.inner.content = content;
	await writeJson(service, toldName(record.id), { rejections, acceptances });
	if (utterances.length > 0) await writeJson(service, utterancesName(record.id), utterances);
	return error;
}

/**
 * The lines that are told one by one; none when nobody read the content.
 * @param id of the dataset
 */
function toldLines({ blobs }: import('../service.mts').Service, id: string): ToldLines {
	const blob = blobs.get(toldName(id));
	return blob ? JSON.parse(blob.toString()) : { rejections: [], acceptances: [] };
}

async function writeJson(
	{ blobs }: import('../service.mts').Service,
	name: string,
	value: unknown,
) {
	await blobs.write(name, [Buffer.from(JSON.stringify(value))]);
}

/** @param {string} id */
function toldName(id: string) {
	return `${id}.told`;
}

/**
 * The blob with the transcripts of a dataset, or of an evaluation made with it.
 */
function utterancesName(id: string) {
	return `${id}.utterances`;
}

export { takeContent, toldLines, utterancesName };
