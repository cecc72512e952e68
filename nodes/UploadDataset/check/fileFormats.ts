import { foreignText, type ForeignText } from './text/foreignText';

const TO_WAV =
	'Convert it to WAV (PCM, 16 bit, mono, 8,000 or 16,000 Hz), and add it to a zip file with its transcripts.';
const TO_ZIP = 'Extract it, and create a .zip file of the contents.';
const TO_TEXT = 'Save it as plain text, "UTF-8 with BOM".';
const OTHER_FILE = 'Check the node that provides the file.';

/** What stands where in a file of a known format, as Latin-1: offset and bytes, by turns. Source: the formats' own specifications. */
type Marks = Array<number | string>;

const FORMATS: Array<[marks: Marks, is: string, fix: string]> = [
	[[0, 'ID3\x02'], 'an MP3 file', TO_WAV],
	[[0, 'ID3\x03'], 'an MP3 file', TO_WAV],
	[[0, 'ID3\x04'], 'an MP3 file', TO_WAV],
	[[0, 'OggS\0'], 'an Ogg file', TO_WAV],
	[[0, 'fLaC\0'], 'a FLAC file', TO_WAV],
	[[0, 'fLaC\x80'], 'a FLAC file', TO_WAV],
	[[0, '\0', 4, 'ftyp'], 'an MP4 or M4A file', TO_WAV],
	[[0, '#!AMR\n'], 'an AMR file', TO_WAV],
	[[0, '#!AMR-WB\n'], 'an AMR file', TO_WAV],
	[[0, 'FORM', 8, 'AIF'], 'an AIFF file', TO_WAV],
	[[0, 'caff\0\x01'], 'a CAF file', TO_WAV],
	[[0, '.snd\0'], 'an AU file', TO_WAV],
	[[0, 'NIST_1A\n'], 'a SPHERE file', TO_WAV],
	[[0, 'RF64', 8, 'WAVE'], 'an RF64 file, not a plain WAV file', TO_WAV],
	[[0, 'BW64', 8, 'WAVE'], 'a BW64 file, not a plain WAV file', TO_WAV],
	[[0, 'RIFX', 8, 'WAVE'], 'a big-endian WAV file (RIFX)', TO_WAV],
	[[0, 'riff\x2e\x91\xcf\x11'], 'a Wave64 file, not a plain WAV file', TO_WAV],
	[[0, 'RIFF', 8, 'AVI '], 'an AVI file', TO_WAV],
	[[0, '\x30\x26\xb2\x75'], 'a Windows Media file', TO_WAV],
	[[0, '\x1a\x45\xdf\xa3'], 'a Matroska or WebM file', TO_WAV],
	[[0, '\x1f\x8b\x08'], 'a gzip archive', TO_ZIP],
	[[0, '7z\xbc\xaf\x27\x1c'], 'a 7z archive', TO_ZIP],
	[[0, 'Rar!\x1a'], 'a RAR archive', TO_ZIP],
	[[0, 'BZh', 4, '1AY'], 'a bzip2 archive', TO_ZIP],
	[[0, '\xfd7zXZ'], 'an XZ archive', TO_ZIP],
	[[257, 'ustar'], 'a tar archive', TO_ZIP],
	[[0, '\xd0\xcf\x11\xe0'], 'an old Word or Excel document', TO_TEXT],
	[[0, '%PDF'], 'a PDF document', TO_TEXT],
	[[0, '\x89PNG'], 'a picture (PNG)', OTHER_FILE],
	[[0, '\xff\xd8\xff'], 'a picture (JPEG)', OTHER_FILE],
	[[0, 'GIF87a'], 'a picture (GIF)', OTHER_FILE],
	[[0, 'GIF89a'], 'a picture (GIF)', OTHER_FILE],
];

/** Documents that are zip archives, by the name of a file they all have within. */
const PACKED_DOCUMENTS: Array<[within: string, is: string]> = [
	['word/', 'a Word document (.docx)'],
	['xl/', 'an Excel workbook (.xlsx)'],
	['ppt/', 'a PowerPoint presentation (.pptx)'],
	['mimetypeapplication/vnd.oasis.opendocument', 'an OpenDocument file (.odt, .ods)'],
	['mimetypeapplication/epub', 'an ebook (EPUB)'],
];
const PACKAGE_PARTS = ['[Content_Types].xml', '_rels/.rels', 'mimetype'];

/**
 * Names a file that is neither plain text nor an archive of files nor WAV, with what to do.
 *
 * @param head Its first bytes.
 * @returns null when nothing tells another format.
 */
export function foreignFormat(head: Buffer): ForeignText | null {
	const text = head.toString('latin1');
	if (text.startsWith('PK\x03\x04')) return packedDocument(text);
	const format = FORMATS.find(([marks]) => isMarked(text, marks));
	if (format) return { is: format[1], fix: format[2] };
	if (isMpegAudio(head)) return { is: 'an MP3 or AAC file', fix: TO_WAV };
	return null;
}

/** Names a text file that is more than plain lines; see `foreignFormat`. */
export function foreignTextFormat(head: Buffer): ForeignText | null {
	const text = head.toString('utf8', 0, 4096);
	return foreignText(text.startsWith('\ufeff') ? text.slice(1) : text);
}

function packedDocument(text: string): ForeignText | null {
	if (!PACKAGE_PARTS.some((part) => text.startsWith(part, 30))) return null;
	const found = PACKED_DOCUMENTS.find(([within]) => text.includes(within));
	return { is: found?.[1] ?? 'a document in a zip archive', fix: TO_TEXT };
}

function isMarked(text: string, marks: Marks): boolean {
	for (let at = 0; at < marks.length; at += 2) {
		if (!text.startsWith(String(marks[at + 1]), Number(marks[at]))) return false;
	}
	return true;
}

/** A frame of MPEG audio: eleven bits that are set, then version, layer and rate that exist. */
function isMpegAudio(head: Buffer): boolean {
	if (head.length < 4 || head[0] !== 0xff || (head[1] & 0xe0) !== 0xe0) return false;
	const isAac = (head[1] & 0xf6) === 0xf0;
	const [version, layer] = [(head[1] >> 3) & 3, (head[1] >> 1) & 3];
	const [bitRate, sampleRate] = [head[2] >> 4, (head[2] >> 2) & 3];
	const isMp3 = version !== 1 && layer !== 0 && bitRate !== 15 && sampleRate !== 3;
	// The byte order mark of UTF-16 looks like a frame, but for what follows it.
	return isAac || (isMp3 && head[1] !== 0xfe);
}
