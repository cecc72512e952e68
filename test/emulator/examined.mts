import type { AnswerBody } from '../support/answer.mts';
import { call, contentUrlOf, valuesOf, type Emulator } from './client.mts';

/** A report in the form that counts lines. */
export interface LineReport {
	acceptedLineCount: number;
	rejectedLineCount: number;
	durationMilliseconds: number;
	rejectedLines: Array<{ name?: string; lineNumber?: number; reason: string }>;
	error?: { code: string; message: string };
}

/** How many lines of a dataset were taken, and how many were not. */
export const linesOf = (dataset: AnswerBody | undefined): Array<number | undefined> => [
	dataset?.properties?.acceptedLineCount,
	dataset?.properties?.rejectedLineCount,
];

/**
 * What becomes of a content when it is put in.
 * @param locale one without rules of its own unless told otherwise
 */
export async function examined(
	emulator: Emulator,
	kind: string,
	content: Buffer | string,
	locale: string = 'fr-FR',
) {
	const { id } = emulator.put('datasets', { kind, locale });
	await emulator.putContent(id, content);
	const dataset = emulator.get('datasets', id);
	return {
		id,
		status: dataset?.status,
		lines: linesOf(dataset),
		milliseconds: dataset?.properties?.durationMilliseconds,
		error: dataset?.properties?.error?.message,
	};
}

/** The report about the content of a dataset, as text. */
export async function reportOf(emulator: Emulator, id: string) {
	const query = { filter: "kind eq 'DatasetReport'" };
	const { body } = await call(emulator, 'GET', `/datasets/${id}/files`, { query });
	return (await fetch(contentUrlOf(valuesOf(body)[0]))).text();
}

/** Why lines were rejected, each as `file or line: reason`. */
export async function reasonsOf(emulator: Emulator, id: string): Promise<string[]> {
	const { rejectedLines } = JSON.parse(await reportOf(emulator, id)) as LineReport;
	return rejectedLines.map(
		({ name, lineNumber, reason }) => `${name ?? lineNumber ?? 'nowhere'}: ${reason}`,
	);
}
