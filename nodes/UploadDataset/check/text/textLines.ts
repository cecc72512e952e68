/** A line of a text, without its line break. */
export interface TextLine {
	/** From 1. */
	number: number;
	/** The line; cut when it is longer than allowed, null when its bytes are no UTF-8. */
	text: string | null;
	/** The bytes of such a line; empty for one that is UTF-8. */
	bytes: Buffer;
	/** Its length in characters is more than allowed. */
	isTooLong: boolean;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const NOTHING = Buffer.alloc(0);
/** Bytes of the longest character in UTF-8. */
const LONGEST_CHARACTER = 4;

/**
 * Reads a text line by line, ended by LF or CR LF, holding no more than one line of it.
 *
 * @param chunks The text as bytes, without a byte order mark.
 * @param longest Characters a line may have; of a longer one only so much is kept.
 */
export async function* textLines(
	chunks: AsyncIterable<Buffer>,
	longest: number,
): AsyncGenerator<TextLine> {
	const mostBytes = longest * LONGEST_CHARACTER;
	let parts: Buffer[] = [];
	let kept = 0;
	let isCut = false;
	let number = 0;

	const keep = (part: Buffer) => {
		const room = mostBytes - kept;
		isCut ||= part.length > room;
		if (part.length > 0 && room > 0) parts.push(part.subarray(0, room));
		kept += Math.min(part.length, room);
	};
	const finish = (): TextLine => {
		const bytes = withoutReturn(parts.length === 1 ? parts[0] : Buffer.concat(parts));
		const whole = isCut ? bytes.subarray(0, characterEnd(bytes)) : bytes;
		const text = decoded(whole);
		const isTooLong = isCut || (text?.length ?? 0) > longest;
		// The pieces are lent: what stays of them must be a copy.
		const line = {
			number: ++number,
			text,
			bytes: text === null ? Buffer.from(whole) : NOTHING,
			isTooLong,
		};
		[parts, kept, isCut] = [[], 0, false];
		return line;
	};

	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
			keep(chunk.subarray(start, end));
			yield finish();
			start = end + 1;
		}
		// The chunk may be large or be written over: only what is needed of it is held.
		keep(start < chunk.length ? Buffer.from(chunk.subarray(start)) : NOTHING);
	}
	if (kept > 0) yield finish();
}

function withoutReturn(bytes: Buffer): Buffer {
	return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

/** Where the last whole character ends in bytes that were cut anywhere. */
function characterEnd(bytes: Buffer): number {
	for (let back = 1; back < LONGEST_CHARACTER && back < bytes.length; back++) {
		const byte = bytes[bytes.length - back];
		if (byte < 0x80) break;
		if (byte >= 0xc0) return bytes.length - back;
	}
	return bytes.length;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Buffer): string | null {
	try {
		return decoder.decode(bytes);
	} catch {
		return null;
	}
}
