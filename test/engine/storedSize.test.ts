import { stringify } from 'flatted';

import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type WorkflowRun } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';

const kilobytes = (...data: unknown[]) =>
	data.reduce<number>((sum, one) => sum + stringify(one).length, 0) / 1_000;

describe('What n8n stores of a wait', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	/** A wait for so many models, with items that bring little besides. */
	const store = async (count: number): Promise<WorkflowRun> => {
		const items = Array.from({ length: count }, (_, number) => {
			const displayName = `Retail ${number} en-US`;
			const { id } = putModel(emulator, resource, null, { displayName, status: 'Running' });
			return { json: { name: displayName, place: number, model: { id } } };
		});
		const { workflow } = await runNode({
			node: new WaitForTraining(),
			items,
			parameters: { options: { checkEverySeconds: 120 } },
			credentials: credentialsFor(emulator),
		});
		return workflow;
	};

	it.each([
		[1, 8],
		[100, 80],
		[1_000, 800],
	])('of %i items is at most %i kB for the sub-execution', async (count, most) => {
		let run = await store(count);
		const sizes: number[] = [];
		for (let round = 0; round < 3; round++) {
			run = await run.resume();
			sizes.push(kilobytes(run.children[0].data));
		}
		expect(run.status).toBe('waiting');
		expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
	});
});
