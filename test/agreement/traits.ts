import { makeWav } from '../support/makeWav.mts';
import { makeZip, type ZipEntry } from '../support/makeZip.mts';

/** A way in which a file may be made; the first of each list is the ordinary one. */
export type Traits<Content> = Record<string, Content>;

const BOM = '\ufeff';
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** How the transcripts of two recordings may be written; `name` is how they are called, `said` what is said. */
type Line = (name: string, said: string) => string;

export const LINES: Traits<Line> = {
	plain: (name, said) => `${name}\t${said}`,
	threeColumns: (name, said) => `${name}\tspeaker\t${said}`,
	trailingTab: (name, said) => `${name}\t${said}\t`,
	doubleTab: (name, said) => `${name}\t\t${said}`,
	blanks: (name, said) => `${name}   ${said}`,
	comma: (name, said) => `${name},${said}`,
	withoutWav: (name, said) => `${name.replace(/\.wav$/i, '')}\t${said}`,
	otherEnding: (name, said) => `${name.replace(/\.wav$/i, '.mp3')}\t${said}`,
	path: (name, said) => `audio/${name}\t${said}`,
	windowsPath: (name, said) => `C:\\calls\\${name}\t${said}`,
	dotSlash: (name, said) => `./${name}\t${said}`,
	quotedName: (name, said) => `"${name}"\t${said}`,
	quotedText: (name, said) => `${name}\t"${said}"`,
	blankBefore: (name, said) => ` ${name}\t${said}`,
	blankAfter: (name, said) => `${name} \t${said}`,
	upperCase: (name, said) => `${name.toUpperCase()}\t${said}`,
	decomposed: (name, said) => `${name.normalize('NFD')}\t${said}`,
	silent: (name) => `${name}\t`,
	nameless: (_name, said) => `\t${said}`,
	twice: (name, said) => `${name}\t${said}\n${name}\t${said}`,
	unknown: (name, said) => `x${name}\t${said}`,
	control: (name, said) => `${name}\t${said}\u0007`,
	lost: (name, said) => `${name}\t${said}\ufffd`,
};

export const SAID: Traits<string> = {
	plain: 'the words of a call',
	typographic: 'John’s “day” — fine',
	german: 'es sind 5 ° und § 7',
	umlauts: 'größer als zwölf',
	japanese: 'これは'.repeat(31),
	japaneseShort: 'これはテストです。',
	chinese: '你好,你吃饭了吗?',
	address: 'see https://example.com now',
	repeated: 'yeah yeah yeah yeah',
	long: 'word '.repeat(1_300).trim(),
};

export const TRANSCRIPT_NAMES: Traits<string | null> = {
	trans: 'trans.txt',
	upper: 'TRANS.TXT',
	tsv: 'labels.tsv',
	other: 'Transcriptions.txt',
	csv: 'trans.csv',
	none: null,
	dotSlash: './trans.txt',
	inFolder: 'text/trans.txt',
};

export const ENCODINGS: Traits<(text: string) => Buffer> = {
	marked: (text) => Buffer.from(BOM + text),
	bare: (text) => Buffer.from(text),
	utf16: (text) => Buffer.from(BOM + text, 'utf16le'),
	utf16WithoutMark: (text) => Buffer.from(text, 'utf16le'),
	ansi: (text) => latin1(`${text}\nx.wav\tcaf\xe9`),
	oldLineEnds: (text) => Buffer.from(BOM + text.replace(/\n/g, '\r')),
	windowsLineEnds: (text) => Buffer.from(BOM + text.replace(/\n/g, '\r\n')),
	blankLines: (text) => Buffer.from(`${BOM}\n${text.replace(/\n/g, '\n\n')}\n\n`),
	heading: (text) => Buffer.from(`${BOM}filename\ttranscript\n${text}`),
	empty: () => Buffer.from(BOM),
};

const chunk = (id: string, size: number) => {
	const bytes = Buffer.alloc(8 + size + (size % 2), 'x');
	bytes.write(id, 0);
	bytes.writeUInt32LE(size, 4);
	return bytes;
};
const wav = (options: object = {}) => makeWav({ seconds: 0.25, sampleRate: 8_000, ...options });
const SOUND_BYTES = 4_000;

export const SOUNDS: Traits<Buffer> = {
	plain: wav(),
	wide: wav({ sampleRate: 16_000 }),
	openZero: wav({ claimed: 0 }),
	openAll: wav({ claimed: 0xffffffff }),
	openSox: wav({ claimed: 0x7ffff000 }),
	openNear: wav({ claimed: 0x7fff0000 }),
	notOpen: wav({ claimed: 0x7ffeffff }),
	aHeaderMore: wav({ claimed: SOUND_BYTES + 44 }),
	kibibyteMore: wav({ claimed: SOUND_BYTES + 1_024 }),
	muchMore: wav({ claimed: SOUND_BYTES + 1_025 }),
	less: wav({ claimed: SOUND_BYTES - 100 }),
	list: wav({ before: chunk('LIST', 5_001) }),
	bext: wav({ before: chunk('bext', 70_000) }),
	stereo: wav({ channels: 2 }),
	cd: wav({ sampleRate: 44_100 }),
	eightBit: wav({ bits: 8 }),
	float: wav({ format: 3, bits: 32 }),
	silent: wav({ seconds: 0 }),
	tooLong: makeWav({ seconds: 41, sampleRate: 8_000 }),
	mp3: latin1('ID3\x03\0\0\0\0\0\0'),
	rf64: Buffer.concat([latin1('RF64\xff\xff\xff\xffWAVE'), Buffer.alloc(100)]),
	empty: Buffer.alloc(0),
	riffOnly: latin1('RIFF\x04\0\0\0WAVE'),
};

type Form = (entry: ZipEntry) => ZipEntry;

export const ZIP_FORMS: Traits<Form> = {
	packed: (entry) => entry,
	stored: (entry) => ({ ...entry, stored: true }),
	streamed: (entry) => ({ ...entry, descriptor: 'signed' }),
	streamedBare: (entry) => ({ ...entry, descriptor: 'bare' }),
	zip64: (entry) => ({ ...entry, zip64: true }),
	zip64Streamed: (entry) => ({ ...entry, zip64: true, descriptor: 'signed64' }),
	dotSlash: (entry) => ({ ...entry, name: `./${entry.name.replace(/^\.\//, '')}` }),
	folder: (entry) => ({ ...entry, name: `calls/${entry.name.replace(/^\.\//, '')}` }),
	encrypted: (entry) => ({ ...entry, flags: 1 }),
	otherMethod: (entry) => ({ ...entry, method: 12 }),
};

/** What the recordings are called: as the transcripts have it, and as the archive writes it. */
export const NAMES: Traits<{ called: string; entry: Pick<ZipEntry, 'name' | 'rawName'> }> = {
	plain: { called: 'one.wav', entry: { name: 'one.wav' } },
	upper: { called: 'ONE.WAV', entry: { name: 'ONE.WAV' } },
	accents: { called: 'grün.wav', entry: { name: 'grün.wav' } },
	decomposed: { called: 'grün.wav', entry: { name: 'gru\u0308n.wav' } },
	cp437: { called: 'grün.wav', entry: { name: 'grün.wav', rawName: latin1('gr\x81n.wav') } },
	unmarkedUtf8: {
		called: 'grün.wav',
		entry: { name: 'grün.wav', rawName: Buffer.from('grün.wav') },
	},
	windows1252: { called: 'grün.wav', entry: { name: 'grün.wav', rawName: latin1('gr\xfcn.wav') } },
	mp3: { called: 'one.mp3', entry: { name: 'one.mp3' } },
};

export const BESIDES: Traits<ZipEntry[]> = {
	nothing: [],
	readme: [{ name: 'readme.txt', content: `${BOM}Recorded in May.` }],
	secondTranscripts: [{ name: 'more.tsv', content: `${BOM}two.wav\tsecond words` }],
	picture: [{ name: 'cover.png', content: latin1('\x89PNG\r\n') }],
	leftover: [{ name: '.DS_Store', content: 'x' }],
	macos: [{ name: '__MACOSX/._one.wav', content: 'x' }],
	zip: [{ name: 'more.zip', content: makeZip([{ name: 'a', content: 'a' }]) }],
	folderEntry: [{ name: 'empty/', stored: true }],
	mp3: [{ name: 'song.mp3', content: latin1('ID3\x03\0') }],
};
