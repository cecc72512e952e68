import type { DatasetKind } from '../../shared/speech/entities';
import { quoted } from '../../shared/speech/text';
import { ByteCursor } from './byteCursor';
import type { ContentSource } from './contentSource';
import { archiveKind, type Detected } from './detectKind';
import { CheckReport } from './finding';
import { inspectArchive } from './inspectArchive';
import { inspectText, isTextKind } from './inspectText';
import { HEAD_BYTES, judgeHead, PRONUNCIATION_BYTES, type Head } from './judgeHead';
import { Meter } from './meter';
import { signatureOf, type Signature } from './signature';
import { inBytes, mostBytes, type PricingTier } from './sizeLimits';
import { BYTE_ORDER_MARK } from './text/encoding';
import { checkArchive } from './zip/archiveRules';
import type { UsedFor } from './zip/audioRules';
import { chooseTranscripts, type TranscriptChoice } from './zip/chooseTranscripts';
import type { DataArchive } from './zip/readDataArchive';

/** How a file is to be looked at. */
export interface InspectionRules {
	/** Null to find out. */
	kind: DatasetKind | null;
	locale: string;
	tier: PricingTier;
	usedFor: UsedFor;
	/** Whether a byte order mark that is missing may be put in front. */
	mayMend: boolean;
	/** Whether a file that is too large need not be read to its end, since it will not be sent. */
	isStrict: boolean;
	/** Digests of lines to look for in a text. */
	watched?: ReadonlySet<string>;
}

/** What is known of a file after it has been read once. */
export interface Inspection extends Detected {
	report: CheckReport;
	/** Whether `kind` is no more than a guess: what the file holds cannot be told, and nobody chose. */
	isKindOpen: boolean;
	/** Why it cannot be told, as the end of a sentence; null when it is told. */
	doubt: string | null;
	/** Whether a byte order mark is put in front of it. */
	isMended: boolean;
	/** Of what is to be sent: SHA-256 in hex, and bytes. Null for a file that cannot be sent. */
	sent: { sha256: string; bytes: number } | null;
	/** Audio files a training can use the sound of; null when none was looked at. */
	shortAudioFiles: number | null;
	/** What tells whether two archives share data. */
	signature: Signature | null;
	/** Those of the watched lines that a text holds. */
	seen: ReadonlySet<string>;
}

/**
 * Reads a file once, from start to end, in little memory: finds out what it is, checks it by the rules of its kind,
 * and takes the hash of what is to be sent.
 */
export async function inspect(source: ContentSource, rules: InspectionRules): Promise<Inspection> {
	const report = new CheckReport();
	const raw = new ByteCursor(source.open());
	try {
		const isShort = rules.kind === 'Pronunciation' || /pronunc|phonetic|lexicon/i.test(source.name);
		const bytes = await raw.peek(isShort ? PRONUNCIATION_BYTES : HEAD_BYTES);
		const head = judgeHead(source.name, bytes, rules, report);
		const { kind, why, doubt, isMended } = head;
		const empty: Inspection = {
			kind,
			why,
			doubt,
			report,
			isKindOpen: doubt !== null,
			isMended,
			sent: null,
			shortAudioFiles: null,
			signature: null,
			seen: new Set(),
		};
		return bytes.length === 0 ? empty : await inspectRest(source, raw, head, rules, empty);
	} finally {
		await raw.close();
	}
}

async function inspectRest(
	source: ContentSource,
	raw: ByteCursor,
	head: Head,
	rules: InspectionRules,
	empty: Inspection,
): Promise<Inspection> {
	const inspection = { ...empty };
	const { report } = inspection;
	const most = mostBytes(head.kind, rules.tier);
	const isKnownTooLarge = rules.isStrict && source.bytes !== null && source.bytes > most;
	const meter = new Meter(rules.isStrict ? most : Infinity);
	if (head.isMended) meter.count(BYTE_ORDER_MARK);
	const cursor = new ByteCursor(meter.measure(raw.rest()));
	if (report.findings.count === 0 && !isKnownTooLarge) {
		if (isTextKind(head.kind)) {
			if (head.isMarked) await cursor.skip(BYTE_ORDER_MARK.length);
			const { locale, watched } = rules;
			const { kind, isAnsiTaken: ansi } = head;
			// With a mark in front of it, it must be what the mark says.
			const textRules = { kind, locale, watched, isAnsiTaken: ansi && !head.isMended };
			inspection.seen = await inspectText(cursor, textRules, report);
		} else await inspectAudio(cursor, meter, rules, inspection);
	}
	if (isKnownTooLarge) meter.isCut = true;
	else while (await cursor.next());
	if (meter.isCut || meter.bytes > most) {
		report.findings.add(
			`The file has ${sizeOf(source, meter)}, but at most ${grouped(most)} (${inBytes(most)}) are allowed.`,
			'Split it into smaller files.',
		);
	}
	const { bytes } = meter;
	return { ...inspection, sent: meter.isCut ? null : { sha256: meter.sha256(), bytes } };
}

async function inspectAudio(
	cursor: ByteCursor,
	meter: Meter,
	rules: InspectionRules,
	inspection: Inspection,
): Promise<void> {
	const { report } = inspection;
	const look = await inspectArchive(cursor, rules.locale);
	if ('archive' in look) {
		const choice = chooseTranscripts(look.archive.texts, look.archive.audio);
		if (!rules.kind) Object.assign(inspection, kindOfArchive(look.archive, choice));
		const { kind } = inspection;
		const short = checkArchive(look.archive, choice, { ...rules, kind }, report);
		inspection.shortAudioFiles = short;
		inspection.signature = signatureOf(look.archive.audio, choice.chosen);
		return;
	}
	if (!rules.kind) Object.assign(inspection, archiveKind(look.hasTranscripts));
	if (meter.isCut) return;
	// An archive whose reading was ended early only looks damaged.
	const { message, fix, file } = look.reason;
	report.addUnread(message, fix, { file });
	if (rules.kind || look.hasTranscripts) return;
	inspection.isKindOpen = true;
	inspection.doubt = 'the archive cannot be read to its end, and no transcripts were found';
}

/** What an archive is taken for when nobody chose: audio with transcripts is never taken for audio alone. */
function kindOfArchive({ audio, texts, strangers }: DataArchive, choice: TranscriptChoice) {
	if (choice.isCertain && audio.length > 0) return archiveKind(true);
	const transcripts = [...texts, ...strangers.filter((stranger) => stranger.mayBeTranscripts)];
	const doubt =
		audio.length === 0
			? 'the archive contains no WAV file'
			: transcripts.length > 0
				? `${quoted(transcripts[0].name)} in the archive may contain its transcripts, but not in the expected format`
				: null;
	return { ...archiveKind(texts.length > 0), doubt, isKindOpen: doubt !== null };
}

function sizeOf({ bytes }: ContentSource, meter: Meter): string {
	if (bytes === null && meter.isCut) return `more than ${grouped(meter.bytes)}`;
	return grouped(bytes ?? meter.bytes);
}

function grouped(bytes: number): string {
	return `${bytes.toLocaleString('en-US')} bytes`;
}
