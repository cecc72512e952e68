/**
 * A few pieces of memory for blocks that are under way. They are used again and again: new ones for each block would
 * pile up until they are collected. A piece comes back only when its block has been answered.
 */
export class BlockBuffers {
	private readonly free: Buffer[] = [];
	private readonly busy = new Set<Promise<void>>();
	private fault: { thrown: unknown } | null = null;

	constructor(
		private left: number,
		private readonly size: number,
	) {}

	/**
	 * A piece of memory, as soon as one is free.
	 *
	 * @throws what a block under way has thrown, once the others are back.
	 */
	async take(): Promise<Buffer> {
		while (this.free.length === 0 && this.left === 0) await Promise.race(this.busy);
		if (this.fault) await this.allBack();
		const buffer = this.free.pop();
		if (buffer) return buffer;
		this.left -= 1;
		return Buffer.allocUnsafeSlow(this.size);
	}

	/** Lends a piece of memory to a task; the first fault of any of them is kept for whoever asks next. */
	use(buffer: Buffer, task: () => Promise<void>): void {
		const running = task()
			.catch((thrown: unknown) => {
				this.fault ??= { thrown };
			})
			.then(() => {
				this.busy.delete(running);
				this.free.push(buffer);
			});
		this.busy.add(running);
	}

	/** Waits until nothing is under way. */
	async allBack(): Promise<void> {
		await Promise.all(this.busy);
		if (this.fault) throw this.fault.thrown;
	}
}
