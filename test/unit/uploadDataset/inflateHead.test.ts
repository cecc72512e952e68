import { inflateHead } from '../../../nodes/UploadDataset/check/zip/inflateHead';
import { Unreadable } from '../../../nodes/UploadDataset/check/zip/packedBits';
import { makeWav } from '../../support/makeWav.mts';
import { packInEveryWay, randomBytes } from '../../support/pack.mts';

const CONTENTS: Array<[string, Buffer]> = [
	['noise', makeWav({ seconds: 0.5 })],
	['silence', Buffer.alloc(100_000)],
	[
		'text',
		Buffer.from('the quick brown fox jumps over the lazy dog, and then again. '.repeat(200)),
	],
	['random bytes', randomBytes(30_000, 5)],
	['one byte', Buffer.from('x')],
	['nothing', Buffer.alloc(0)],
];

describe('the beginning of what Deflate has packed', () => {
	it.each(CONTENTS)('is that of the content: %s', (_what, content) => {
		for (const packed of packInEveryWay(content)) {
			for (const most of [1, 44, 1_000, content.length, content.length + 1]) {
				expect(inflateHead(packed, most).equals(content.subarray(0, most))).toBe(true);
			}
		}
	});

	it.each(CONTENTS)('ends where the packed bytes end: %s', (_what, content) => {
		for (const packed of packInEveryWay(content)) {
			for (const share of [0, 0.1, 0.5, 0.9]) {
				const cut = packed.subarray(0, Math.floor(packed.length * share));
				const head = inflateHead(cut, content.length);
				expect(content.subarray(0, head.length).equals(head)).toBe(true);
			}
		}
	});

	it('is unreadable, or something, when the bytes are any', () => {
		const outcomes = new Set<string>();
		for (let seed = 1; seed <= 2_000; seed++) {
			try {
				expect(inflateHead(randomBytes(200, seed), 5_000).length).toBeLessThanOrEqual(5_000);
				outcomes.add('something');
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(Unreadable);
				outcomes.add('unreadable');
			}
		}
		expect([...outcomes].sort()).toEqual(['something', 'unreadable']);
	});
});
