import { partsOf, readAudio, stranger } from './archiveParts.mts';
import { AudioNames } from './audioNames.mts';
import { ByteReader } from './byteReader.mts';
import { chooseTranscripts } from './chooseTranscripts.mts';
import { Finding, atMost } from './finding.mts';
import { linesOf } from './lines.mts';
import { isAllowed } from './localeRules.mts';
import { readHead } from './textHead.mts';
import { TranscriptLines } from './transcriptLines.mts';
import { ZipArchive } from './zip/zipArchive.mts';

export type Material = import('./examine.mts').Material;

export type Entry = import('./zip/zipArchive.mts').Entry;

/**
 * Audio with transcripts: a zip of WAV files and one text that has a line for each.
 * Source: "How to create human-labeled transcriptions".
 */
async function examineTranscribedAudio(material: Material) {
	return ZipArchive.open(material.file, async (archive) => {
		const finding = new Finding();
		const { audio, texts, strangers } = partsOf(archive.entries);
		const names = new AudioNames(audio);
		const transcripts = await chooseTranscripts(archive, texts, names);
		const read = await readAudio(archive, audio, material);
		const lines = new TranscriptLines({ finding, names, read, material });
		for await (const line of linesOfTranscripts(archive, transcripts, material)) lines.judge(line);
		lines.close(`It has no line in '${transcripts.name}'.`);
		const others = texts.filter((text) => text !== transcripts).map(stranger);
		for (const one of [...strangers, ...others]) finding.reject(one);
		return finding;
	});
}

async function* linesOfTranscripts(
	archive: ZipArchive,
	entry: Entry,
	{ limits, locale, quirks }: Material,
): AsyncGenerator<import('./lines.mts').Line> {
	const what = `'${entry.name}'`;
	atMost(entry.size, limits.bytes.Language, `bytes in ${what}`);
	const mayLackMark = isAllowed('noMark', 'transcripts', locale);
	const bomNeeded = quirks.withoutBom === 'refused' && !mayLackMark;
	const reader = new ByteReader(archive.wholeContent(entry));
	try {
		await readHead(reader, { what, bomNeeded, mayBeForeign: true });
		yield* linesOf(reader.rest(), { what });
	} finally {
		await reader.close();
	}
}

export { examineTranscribedAudio };
