import { call } from './client.mts';

/**
 * What becomes of a content when it is put in.
 * @param locale one without rules of its own unless told otherwise
 */
async function examined(
	emulator: import('./client.mts').Emulator,
	kind: string,
	content: Buffer | string,
	locale: string = 'fr-FR',
) {
	const { id } = emulator.put('datasets', { kind, locale });
	await emulator.putContent(id, content);
	const { status, properties } = emulator.get('datasets', id) as any;
	return {
		id,
		status,
		lines: [properties.acceptedLineCount, properties.rejectedLineCount],
		milliseconds: properties.durationMilliseconds,
		error: properties.error?.message,
	};
}

/**
 * The report about the content of a dataset, as text.
 */
async function reportOf(emulator: import('./client.mts').Emulator, id: string) {
	const query = { filter: "kind eq 'DatasetReport'" };
	const { body } = await call(emulator, 'GET', `/datasets/${id}/files`, { query });
	return (await fetch(body.values[0].links.contentUrl)).text();
}

/**
 * Why lines were rejected, each as `file or line: reason`.
 */
async function reasonsOf(emulator: import('./client.mts').Emulator, id: string): Promise<string[]> {
	const { rejectedLines } = JSON.parse(await reportOf(emulator, id));
	return rejectedLines.map(
		(/** @type {any} */ { name, lineNumber, reason }: any) => `${name ?? lineNumber}: ${reason}`,
	);
}

export { examined, reasonsOf, reportOf };
