import { Unusable } from './finding.mts';
import { foreignFormat } from './foreignFormats.mts';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** How much of a text is looked at to tell what it is. */
const HEAD_BYTES = 64 * 1024;

/** @type {[string, string][]} what begins with the mark of another encoding; the longer marks first */
const OTHER_MARKS: [string, string][] = [
	['fffe0000', 'UTF-32'],
	['0000feff', 'UTF-32'],
	['fffe', 'UTF-16'],
	['feff', 'UTF-16'],
];

/**
 * Refuses what is no text in UTF-8, as far as its beginning tells.
 * @param rule `what` names the text in an error
 * @returns whether it has a byte-order mark
 */
async function readHead(
	reader: import('./byteReader.mts').ByteReader,
	{
		what,
		bomNeeded,
		mayBeForeign = false,
	}: { what: string; bomNeeded: boolean; mayBeForeign?: boolean },
): Promise<boolean> {
	const head = await reader.peek(HEAD_BYTES);
	const start = head.toString('hex', 0, 4);
	const isMarked = BOM.equals(head.subarray(0, BOM.length));
	const encoding = OTHER_MARKS.find(([mark]) => start.startsWith(mark))?.[1];
	const format = mayBeForeign
		? undefined
		: foreignFormat(head.toString('utf8', isMarked ? BOM.length : 0));
	if (format) throw new Unusable(`${what} is ${format}, not plain text.`);
	if (encoding) throw noUtf8(`${what} is ${encoding}, not UTF-8 with a byte-order mark (BOM).`);
	if (head.includes(0)) {
		throw noUtf8(`${what} holds zero bytes, as UTF-16 and binary files do, and is not UTF-8.`);
	}
	if (bomNeeded && !isMarked) {
		throw noUtf8(`${what} is not UTF-8 with a byte-order mark (BOM).`);
	}
	return isMarked;
}

/** @param {string} message */
function noUtf8(message: string) {
	return new Unusable(message, 'NoUtf8WithBom');
}

export { readHead, noUtf8 };
