import type { IDataObject } from 'n8n-workflow';

/**
 * One line for each thing a node did, for a reader of the terminal.
 *
 * @param name of the node
 * @param items what it put out
 */
export function tellNode(name: string, items: IDataObject[]): string[] {
	const summaries = items.flatMap(({ summary }) =>
		typeof summary === 'string' && summary !== '' ? [summary] : [],
	);
	const inShort = items.length > 0 ? 'done' : 'no items';
	const lines = summaries.length > 0 ? summaries : [inShort];
	return lines.map((line) => `  ${name.padEnd(18)} ${line}`);
}
