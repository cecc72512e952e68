import { keptList } from '../../../nodes/shared/n8n/keptLists';
import { NOW } from '../entities';

const HOUR = 3_600_000;
/** As long as a list is used for typing and scrolling. */
const KEPT = 30_000;

/** An hour between two tests, so that the lists of one are too old for the next. */
let began = NOW;
beforeEach(() => {
	began += HOUR;
	jest.useFakeTimers({ now: began });
});
afterEach(() => {
	jest.useRealTimers();
});

let reads = 0;

/** Whether a list is read for what is typed, or opened; one that is not read is the one before. */
async function isRead(facts: unknown[], { opening = false, fails = false } = {}) {
	const before = reads;
	const read = async () => {
		reads += 1;
		if (fails) throw new Error('No response.');
		return await Promise.resolve([{ name: `Read ${reads}`, value: 'x', words: '' }]);
	};
	await keptList(facts, opening, read).catch(() => null);
	return reads > before;
}

describe('a list that a person has open', () => {
	it('is read when it is opened, and not for every letter that is typed', async () => {
		expect(await isRead(['models', 'key'], { opening: true })).toBe(true);
		expect(await isRead(['models', 'key'])).toBe(false);
		expect(await isRead(['models', 'key'])).toBe(false);
	});

	it('shows what was read when it was opened', async () => {
		const read = jest.fn(async () => await Promise.resolve([{ name: 'A', value: '', words: '' }]));
		const opened = await keptList(['models'], true, read);
		expect(await keptList(['models'], false, read)).toBe(opened);
		expect(read).toHaveBeenCalledTimes(1);
	});

	it('is read afresh when it is opened again', async () => {
		await isRead(['models'], { opening: true });
		expect(await isRead(['models'], { opening: true })).toBe(true);
	});

	it.each([
		[KEPT - 1, false],
		[KEPT, true],
	])('is read anew after half a minute of typing, not sooner: %d ms', async (after, expected) => {
		await isRead(['models'], { opening: true });
		jest.setSystemTime(began + after);
		expect(await isRead(['models'])).toBe(expected);
	});

	it('is shown only to who brings the same key to the same place', async () => {
		await isRead(['models', 'westus', 'key'], { opening: true });
		expect(await isRead(['models', 'westus', 'another key'])).toBe(true);
		expect(await isRead(['models', 'eastus', 'key'])).toBe(true);
		expect(await isRead(['datasets', 'westus', 'key'])).toBe(true);
		expect(await isRead(['models', 'westus', 'key'])).toBe(false);
	});

	it('is asked for again at the next letter when it could not be read', async () => {
		await isRead(['models'], { opening: true, fails: true });
		expect(await isRead(['models'])).toBe(true);
		expect(await isRead(['models'])).toBe(false);
	});

	it('stays when only an older try to read it fails', async () => {
		let fail: (error: Error) => void = () => {};
		const slow = keptList(
			['models'],
			true,
			async () =>
				await new Promise((_resolve, reject) => {
					fail = reject;
				}),
		);
		await isRead(['models'], { opening: true });
		fail(new Error('No response.'));
		await expect(slow).rejects.toThrow('No response.');
		expect(await isRead(['models'])).toBe(false);
	});

	it('is forgotten once twenty others were opened since, the oldest first', async () => {
		for (let number = 0; number < 20; number++) await isRead([number], { opening: true });
		expect(await isRead([0])).toBe(false);
		await isRead(['one more'], { opening: true });
		expect(await isRead([1])).toBe(false);
		expect(await isRead([19])).toBe(false);
		expect(await isRead([0])).toBe(true);
	});

	it('counts as the youngest once it is opened again', async () => {
		for (let number = 0; number < 20; number++) await isRead([number], { opening: true });
		await isRead([0], { opening: true });
		await isRead(['one more'], { opening: true });
		expect(await isRead([0])).toBe(false);
		expect(await isRead([1])).toBe(true);
	});
});
