import type { DatasetKind } from '../../shared/speech/entities';
import { ByteCursor } from './byteCursor';
import type { ContentSource } from './contentSource';
import { archiveKind, type Detected } from './detectKind';
import { CheckReport } from './finding';
import { inspectArchive } from './inspectArchive';
import { inspectText, isTextKind } from './inspectText';
import { HEAD_BYTES, judgeHead, type Head } from './judgeHead';
import { Meter } from './meter';
import { signatureOf, type Signature } from './signature';
import { inBytes, mostBytes, type PricingTier } from './sizeLimits';
import { BYTE_ORDER_MARK } from './text/encoding';
import { checkArchive, type UsedFor } from './zip/archiveRules';

/** How a file is to be looked at. */
export interface InspectionRules {
	/** Null to find out. */
	kind: DatasetKind | null;
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
	/** Whether `kind` is no more than a guess: what the file holds could not be read, and nobody chose. */
	isKindOpen: boolean;
	/** Whether a byte order mark is put in front of it. */
	isMended: boolean;
	/** Of what is to be sent: SHA-256 in hex, and bytes. Null for a file that cannot be sent. */
	sent: { sha256: string; bytes: number } | null;
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
		const bytes = await raw.peek(HEAD_BYTES);
		const { name } = source;
		const head = judgeHead(name, bytes, rules.kind, rules.mayMend, report);
		const { kind, why, isMended } = head;
		const empty: Inspection = {
			kind,
			why,
			report,
			isKindOpen: head.isForeign && !rules.kind,
			isMended,
			sent: null,
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
			inspection.seen = await inspectText(cursor, head.kind, report, rules.watched ?? new Set());
		} else await inspectAudio(cursor, meter, rules, inspection);
	}
	if (isKnownTooLarge) meter.isCut = true;
	else while (await cursor.next());
	if (meter.isCut || meter.bytes > most) {
		report.findings.add(
			`The file has ${sizeOf(source, meter)}, and ${grouped(most)} (${inBytes(most)}) are allowed.`,
			'Divide it into several.',
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
	const look = await inspectArchive(cursor, report);
	if (!rules.kind) Object.assign(inspection, archiveKind(look.hasTranscripts));
	if ('archive' in look) {
		checkArchive(look.archive, inspection.kind, rules.usedFor, report);
		inspection.signature = signatureOf(look.archive);
	} else if (!meter.isCut) {
		// An archive whose reading was ended early only looks damaged.
		const { message, mend, file } = look.reason;
		report.addUnread(message, mend, { file });
		inspection.isKindOpen = !rules.kind && !look.hasTranscripts;
	}
}

function sizeOf({ bytes }: ContentSource, meter: Meter): string {
	if (bytes === null && meter.isCut) return `more than ${grouped(meter.bytes)}`;
	return grouped(bytes ?? meter.bytes);
}

function grouped(bytes: number): string {
	return `${bytes.toLocaleString('en-US')} bytes`;
}
