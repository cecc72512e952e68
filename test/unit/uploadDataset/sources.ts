import { CheckReport, type ContentFinding } from '../../../nodes/UploadDataset/check/finding';
import type { ContentSource } from '../../../nodes/UploadDataset/check/contentSource';
import type { InspectionRules } from '../../../nodes/UploadDataset/check/inspect';

export const BOM = '\ufeff';

/** A file that comes in pieces of the given size, as a stream would bring it. */
export function sourceOf(name: string, content: Buffer | string, piece = 64 * 1024): ContentSource {
	const bytes = Buffer.from(content);
	return { name, bytes: bytes.length, open: () => pieces(bytes, piece) };
}

/** Bytes in pieces, each of which is overwritten as soon as the next one is asked for. */
async function* pieces(bytes: Buffer, piece: number): AsyncGenerator<Buffer> {
	for (let at = 0; at < bytes.length; at += piece) {
		const lent = Buffer.from(bytes.subarray(at, at + piece));
		yield await Promise.resolve(lent);
		lent.fill(0xff);
	}
}

/** Nothing known in advance, and everything on. */
export const DETECT: InspectionRules = {
	kind: null,
	locale: 'en-US',
	tier: 'S0',
	usedFor: 'any',
	mayMend: true,
	isStrict: true,
};

/** `file:line what`, without what is not there. */
export function briefly({ line, file, what }: ContentFinding): string {
	return [file, line === null ? null : `line ${line}`, what].filter(Boolean).join(': ');
}

/** Everything a report says, findings first. */
export function told(report: CheckReport): { findings: string[]; notes: string[] } {
	return {
		findings: report.findings.shown.map(briefly),
		notes: report.notes.shown.map(briefly),
	};
}
