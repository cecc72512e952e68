import type { CheckReport } from '../finding';
import { Groups } from '../groups';
import { foreignFormat, foreignTextFormat } from '../fileFormats';
import { TO_WAV } from './wavFaults';

/** A file of an archive that is neither audio nor a text that may be the transcripts. */
export interface Stranger {
	name: string;
	/** What it is, such as `an MP3 file`. */
	is: string;
	fix: string;
	/** Whether it may hold transcripts in a form that is not taken. */
	mayBeTranscripts: boolean;
}

const TAKE_OUT = 'Remove it.';
const AS_TRANSCRIPTS =
	'If it contains the transcripts, save them as .txt or .tsv: on each line, the name of a recording, one tab, and what is said. Otherwise, remove it.';

/** Files that programs leave behind. */
const LEFTOVERS = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i;

/** What files are by their ending, where their content says less. */
const ENDINGS: Array<[ending: RegExp, is: string]> = [
	[/\.csv$/i, 'a comma-separated table (.csv)'],
	[/\.(trs|eaf|textgrid|stm|ctm|lab|mlf|rttm|trn|phn|wrd)$/i, 'a label file from another tool'],
	[/\.(jsonl?|ndjson)$/i, 'JSON data'],
	[/\.(srt|vtt|ass|ssa|ttml|sbv)$/i, 'a subtitle file'],
];
const AUDIO_ENDING =
	/\.(mp3|m4a|mp4|aac|ogg|oga|opus|flac|wma|amr|aiff?|au|caf|webm|raw|pcm|sph|wave?)$/i;

/** Tells what a file of an archive is that is neither audio nor a text. */
export function strangerOf(name: string, head: Buffer): Stranger {
	if (LEFTOVERS.test(name)) {
		return {
			name,
			is: 'a file that another program added',
			fix: TAKE_OUT,
			mayBeTranscripts: false,
		};
	}
	const starts = head.toString('latin1', 0, 4);
	if (starts === 'RIFF' || AUDIO_ENDING.test(name)) return sound(name, head, starts);
	const document = foreignFormat(head);
	if (!document && starts === 'PK\x03\x04') {
		const fix = 'Add its files to the archive directly.';
		return { name, is: 'a zip file in a zip file', fix, mayBeTranscripts: false };
	}
	const is =
		ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? (document ?? foreignTextFormat(head))?.is;
	if (is === undefined) {
		return { name, is: 'neither audio nor transcripts', fix: TAKE_OUT, mayBeTranscripts: false };
	}
	const mayBeTranscripts = !/picture/.test(is);
	return { name, is, fix: mayBeTranscripts ? AS_TRANSCRIPTS : TAKE_OUT, mayBeTranscripts };
}

function sound(name: string, head: Buffer, starts: string): Stranger {
	if (starts === 'RIFF' && head.toString('latin1', 8, 12) === 'WAVE') {
		const fix = "End its name in '.wav', also in the transcripts.";
		return {
			name,
			is: 'a WAV file whose name does not end in .wav',
			fix,
			mayBeTranscripts: false,
		};
	}
	const is = foreignFormat(head)?.is ?? 'audio that is not a WAV file';
	return { name, is, fix: TO_WAV, mayBeTranscripts: false };
}

/** Tells of the strangers, those of one sort together. */
export function strangerRules(strangers: Stranger[], { findings }: CheckReport): void {
	const groups = new Groups<string>();
	for (const { name, is } of strangers) groups.add(is, { file: name });
	for (const [is, { count, place }] of groups.entries()) {
		const { fix } = strangers.find((stranger) => stranger.is === is)!;
		const what =
			count === 1
				? 'The file is'
				: `${count.toLocaleString('en-US')} files, starting with this one, are each`;
		findings.add(`${what} ${is}.`, fix, place);
	}
}
