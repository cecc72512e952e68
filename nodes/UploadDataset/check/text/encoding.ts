/** UTF-8 with byte order mark is what the service asks of every text (Microsoft Learn, "Training and testing datasets"). */
export const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export type Encoding = 'utf8WithBom' | 'utf8' | 'utf16' | 'utf32' | 'binary';

/** What a text's first bytes say of its encoding; whether the rest is UTF-8 is seen line by line. */
export function encodingOf(head: Buffer): Encoding {
	if (head.subarray(0, 3).equals(BYTE_ORDER_MARK)) return 'utf8WithBom';
	const start = head.subarray(0, 4).toString('hex');
	if (start === 'fffe0000' || start === '0000feff') return 'utf32';
	if (start.startsWith('fffe') || start.startsWith('feff')) return 'utf16';
	if (!head.includes(0)) return 'utf8';
	return looksLikeUtf16(head) ? 'utf16' : 'binary';
}

/** Western text in UTF-16 without a mark has a zero in every second byte. */
function looksLikeUtf16(head: Buffer): boolean {
	const [zeros, pairs] = [[0, 0], Math.floor(head.length / 2)];
	for (let index = 0; index < pairs * 2; index++) if (head[index] === 0) zeros[index % 2] += 1;
	const [most, least] = zeros[0] > zeros[1] ? zeros : [zeros[1], zeros[0]];
	return most > pairs * 0.7 && least < pairs * 0.1;
}

const NAMES: Record<Exclude<Encoding, 'utf8WithBom' | 'utf8'>, string> = {
	utf16: 'is UTF-16',
	utf32: 'is UTF-32',
	binary: 'is not text',
};

/** What is wrong with an encoding that cannot be fixed on the way; null when nothing is. */
export function encodingFault(encoding: Encoding): string | null {
	if (encoding === 'utf8' || encoding === 'utf8WithBom') return null;
	return NAMES[encoding];
}
