import { lifeCycle, LIFE_CYCLE, ONE_OF_EACH, type LifeCycle } from '../support/lifeCycleRow';

/** Most of a life cycle with a lost answer is pauses, so several go on at the same time. */
const AT_ONCE = 8;

describe('A life cycle in which an answer is lost', () => {
	/** Runs something once for each request of the life cycle, with a resource of its own each time. */
	const forEachRequest = async (check: (cycle: LifeCycle, index: number) => Promise<void>) => {
		const inCycle = async (work: (cycle: LifeCycle) => Promise<void>) => {
			const cycle = await lifeCycle();
			await work(cycle).finally(async () => {
				await cycle.emulator.close();
			});
		};
		let requests = 0;
		await inCycle(async (cycle) => {
			await cycle.run(LIFE_CYCLE);
			requests = cycle.emulator.requests().length;
		});
		expect(requests).toBeGreaterThan(LIFE_CYCLE.length);
		const left = [...Array(requests).keys()];
		const worker = async () => {
			for (let index = left.shift(); index !== undefined; index = left.shift()) {
				const one = index;
				await inCycle(async (cycle) => {
					await check(cycle, one);
				});
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
	};
	const twiceGreen = async (cycle: LifeCycle, what: string) => {
		const again = await cycle.run(LIFE_CYCLE);
		const [[item]] = again.of('Deploy Model').outputs;
		expect([what, again.error, again.status]).toEqual([what, undefined, 'success']);
		expect(item.json).toMatchObject({ endpoint: { verified: true }, test: { better: true } });
		expect([what, cycle.made()]).toEqual([what, ONE_OF_EACH]);
	};

	it.each(['dropBefore', 'dropAfter'] as const)(
		'makes one of each, whichever it is (%s), and so does a second run',
		async (kind) => {
			await forEachRequest(async (cycle, index) => {
				cycle.emulator.addFault({ kind, skip: index, times: 1 });
				const what = `request ${index} lost`;
				const first = await cycle.run(LIFE_CYCLE);
				expect([what, first.error, cycle.made()]).toEqual([what, undefined, ONE_OF_EACH]);
				await twiceGreen(cycle, what);
			});
		},
		900_000,
	);

	it('makes one of each in a second run, whichever answer the first broke off at', async () => {
		await forEachRequest(async (cycle, index) => {
			cycle.emulator.addFault({ kind: 'dropAfter', skip: index, times: 1 });
			cycle.emulator.addFault({ kind: 'status', status: 400, skip: index + 1, times: 1_000 });
			await cycle.run(LIFE_CYCLE);
			cycle.emulator.clearFaults();
			await twiceGreen(cycle, `broken off at request ${index}`);
		});
	}, 900_000);
});
