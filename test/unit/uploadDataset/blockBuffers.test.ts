import { BlockBuffers } from '../../../nodes/UploadDataset/upload/blockBuffers';

/** A block under way that a test ends when it wants to. */
function blockUnderWay() {
	let succeed = () => {};
	let fail: (error: Error) => void = () => {};
	const answered = new Promise<void>((resolve, reject) => {
		succeed = resolve;
		fail = reject;
	});
	const task = async () => {
		await answered;
	};
	return { task, succeed, fail };
}

/** Lets everything happen that waits for nothing else. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** Whether a promise is still open once that has happened. */
async function isOpen(promise: Promise<unknown>): Promise<boolean> {
	let open = true;
	const close = () => {
		open = false;
	};
	promise.then(close, close);
	await settle();
	return open;
}

describe('the memory for blocks under way', () => {
	it('has pieces of the given size', async () => {
		expect(await new BlockBuffers(1, 8).take()).toHaveLength(8);
	});

	it('gives so many different pieces at once, and no more', async () => {
		const buffers = new BlockBuffers(2, 8);
		const pieces = [await buffers.take(), await buffers.take()];
		expect(pieces[0]).not.toBe(pieces[1]);
		for (const piece of pieces) buffers.use(piece, blockUnderWay().task);
		expect(await isOpen(buffers.take())).toBe(true);
	});

	it('gives a piece again as soon as its block was answered', async () => {
		const buffers = new BlockBuffers(2, 8);
		const [first, second] = [await buffers.take(), await buffers.take()];
		const [one, other] = [blockUnderWay(), blockUnderWay()];
		buffers.use(first, one.task);
		buffers.use(second, other.task);
		const next = buffers.take();
		other.succeed();
		expect(await next).toBe(second);
	});

	it('gives a piece that came back rather than a new one', async () => {
		const buffers = new BlockBuffers(2, 8);
		const first = await buffers.take();
		buffers.use(first, async () => {});
		await buffers.allBack();
		expect(await buffers.take()).toBe(first);
	});

	it('tells who asks next of a block that failed, once the others are back', async () => {
		const buffers = new BlockBuffers(3, 8);
		const [failing, other] = [blockUnderWay(), blockUnderWay()];
		buffers.use(await buffers.take(), failing.task);
		buffers.use(await buffers.take(), other.task);
		failing.fail(new Error('refused'));
		await settle();
		const next = buffers.take();
		expect(await isOpen(next)).toBe(true);
		other.succeed();
		await expect(next).rejects.toThrow('refused');
	});

	it('tells of the first of several faults', async () => {
		const buffers = new BlockBuffers(2, 8);
		for (const message of ['first', 'second']) {
			buffers.use(await buffers.take(), async () => {
				await Promise.reject(new Error(message));
			});
		}
		await expect(buffers.allBack()).rejects.toThrow('first');
	});

	it('is back when every block was answered', async () => {
		const buffers = new BlockBuffers(2, 8);
		const [one, other] = [blockUnderWay(), blockUnderWay()];
		buffers.use(await buffers.take(), one.task);
		buffers.use(await buffers.take(), other.task);
		one.succeed();
		expect(await isOpen(buffers.allBack())).toBe(true);
		other.succeed();
		await expect(buffers.allBack()).resolves.toBeUndefined();
	});
});
