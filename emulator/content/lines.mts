import { noUtf8 } from './textHead.mts';
import { unreadable } from './sentence.mts';

export type Line = { number: number; text: string };

/**
 * The lines of a text, counted from 1, without their ends and without a byte-order mark.
 * @param rule `what` names the text in an
 *   error; `lenient` reads bytes that are no UTF-8 as U+FFFD
 */
async function* linesOf(
	chunks: AsyncIterable<Uint8Array>,
	{
		what,
		encoding = 'utf-8',
		lenient = false,
	}: { what: string; encoding?: 'utf-8' | 'windows-1252'; lenient?: boolean },
): AsyncGenerator<Line> {
	const decoder = new TextDecoder(encoding, { fatal: !lenient });
	let number = 0;
	/** @type {string[]} pieces of a line that has not ended */
	let open: string[] = [];
	const decode = (/** @type {Uint8Array | undefined} */ bytes: Uint8Array | undefined) => {
		try {
			return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
		} catch {
			throw noUtf8(`${what} is not valid UTF-8 near line ${number + 1}.`);
		}
	};
	const close = (/** @type {string} */ piece: string) => {
		const text = [...open, piece].join('').replace(/\r$/, '');
		open = [];
		return { number: ++number, text };
	};
	for await (const chunk of chunks) {
		const pieces = decode(chunk).split('\n');
		const last = pieces.pop() ?? '';
		for (const piece of pieces) yield close(piece);
		if (last !== '') open.push(last);
	}
	const end = decode(undefined);
	if (open.length > 0 || end !== '') yield close(end);
}

/**
 * The lines that say something. One that nobody can read is rejected; a blank one counts for nothing.
 */
async function* readableLines(
	lines: AsyncIterable<Line>,
	finding: import('./finding.mts').Finding,
): AsyncGenerator<Line> {
	for await (const line of lines) {
		const reason = unreadable(line.text);
		if (reason) finding.reject({ lineNumber: line.number, text: line.text, reason });
		else if (!isBlank(line.text)) yield line;
	}
}

/** @param {string} text */
function isBlank(text: string) {
	return text.trim() === '';
}

export { linesOf, readableLines, isBlank };
