import { countAudio, partsOf, readAudio, stranger } from './archiveParts.mts';
import { Finding } from './finding.mts';
import { ZipArchive } from './zip/zipArchive.mts';

/**
 * Audio without transcripts: a zip of WAV files, each of which counts as a line.
 */
async function examineAudio(material: import('./examine.mts').Material) {
	return ZipArchive.open(material.file, async (archive) => {
		const finding = new Finding();
		const { audio, texts, strangers } = partsOf(archive.entries);
		for (const [{ name }, read] of await readAudio(archive, audio, material)) {
			if (!read.fault) countAudio(finding, read, material);
			finding.judge(read.fault, { name });
		}
		for (const one of [...strangers, ...texts.map(stranger)]) finding.reject(one);
		return finding;
	});
}

export { examineAudio };
