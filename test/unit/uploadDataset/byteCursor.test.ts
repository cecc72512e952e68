import { ByteCursor } from '../../../nodes/UploadDataset/check/byteCursor';
import { release } from '../../../nodes/UploadDataset/check/release';
import { sourceOf } from './sources';

const CONTENT = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));
const cursorOf = (piece: number) => new ByteCursor(sourceOf('a', CONTENT, piece).open());

describe.each([1, 7, 64, 999, 5_000])('a cursor over pieces of %d bytes', (piece) => {
	it('takes, skips and peeks as asked, and knows where it is', async () => {
		const cursor = cursorOf(piece);
		const first = await cursor.take(10);
		expect((await cursor.peek(20)).equals(CONTENT.subarray(10, 30))).toBe(true);
		expect(await cursor.skip(90)).toBe(90);
		expect(cursor.position).toBe(100);
		expect((await cursor.take(50)).equals(CONTENT.subarray(100, 150))).toBe(true);
		expect((await cursor.peek(2_000)).length).toBe(850);
		expect(await cursor.skip(2_000)).toBe(850);
		expect(await cursor.next()).toBeNull();
		// What was taken is its reader's own.
		expect(first.equals(CONTENT.subarray(0, 10))).toBe(true);
	});

	it('gives everything in order, at most so much at once', async () => {
		const cursor = cursorOf(piece);
		const parts: Buffer[] = [];
		for (let part = await cursor.next(13); part; part = await cursor.next(13)) {
			expect(part.length).toBeLessThanOrEqual(13);
			parts.push(Buffer.from(part));
		}
		expect(Buffer.concat(parts).equals(CONTENT)).toBe(true);
	});

	it('fills a buffer, as far as there is something', async () => {
		const cursor = cursorOf(piece);
		const [whole, half] = [Buffer.alloc(600), Buffer.alloc(600)];
		expect([await cursor.fill(whole), await cursor.fill(half)]).toEqual([600, 400]);
		expect(Buffer.concat([whole, half.subarray(0, 400)]).equals(CONTENT)).toBe(true);
	});
});

it('a cursor lets its source go', async () => {
	let isGone = false;
	async function* source() {
		try {
			for (;;) yield await Promise.resolve(Buffer.alloc(1));
		} finally {
			isGone = true;
		}
	}
	const cursor = new ByteCursor(source());
	await cursor.next();
	await cursor.close();
	expect(isGone).toBe(true);
});

describe('memory that is given back', () => {
	it('is never that of others', () => {
		const shared = Buffer.alloc(100, 1);
		release(shared.subarray(0, 50));
		release(shared.subarray(50));
		release(Buffer.from('small ones share'));
		expect(shared.every((byte) => byte === 1)).toBe(true);
	});

	it('is unreadable where the runtime can do it, and left alone elsewhere', () => {
		const alone = Buffer.from(new ArrayBuffer(100));
		release(alone);
		const canDoIt = 'transfer' in ArrayBuffer.prototype;
		expect(alone.length).toBe(canDoIt ? 0 : 100);
	});
});
