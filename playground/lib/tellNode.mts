/**
 * One line for each thing a node did, for a reader of the terminal.
 *
 * @param name of the node
 * @param items what it put out
 */
function tellNode(name: string, items: { summary?: string }[]): string[] {
	const summaries = items.map((item) => item.summary).filter(Boolean);
	const inShort = items.length > 0 ? 'done' : 'no items';
	const lines = summaries.length > 0 ? summaries : [inShort];
	return lines.map((line) => `  ${name.padEnd(18)} ${line}`);
}

export { tellNode };
