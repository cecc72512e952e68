'use strict';

const { countAudio, partsOf, readAudio, stranger } = require('./archiveParts.js');
const { Finding } = require('./finding.js');
const { ZipArchive } = require('./zip/zipArchive.js');

/**
 * Audio without transcripts: a zip of WAV files, each of which counts as a line.
 * @param {import('./examine.js').Material} material
 */
async function examineAudio(material) {
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

module.exports = { examineAudio };
