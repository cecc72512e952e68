import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { BAD_FILES } from '../support/badFiles.mts';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { heldBinary } from '../support/storedBinary.mts';

describe('a bad file is stopped with its line and reason, and nothing is asked of the service:', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
	});
	afterAll(async () => {
		await emulator.close();
	});

	it.each(BAD_FILES)('%s', async (file, content, told) => {
		const run = await runNode({
			node: new UploadDataset(),
			items: [{ json: { locale: 'en-US' }, binary: { data: heldBinary(file, content) } }],
			credentials: credentialsFor(emulator),
		});
		expect(run.status).toBe('error');
		const { message, description } = run.error as Error & { description: string };
		expect(message).toContain(`'${file}' was not uploaded`);
		expect(message).toMatch(told);
		expect(description).toMatch(/Fix the file, and run the workflow again\./);
		expect(emulator.requests({ area: 'all' })).toEqual([]);
	});
});
