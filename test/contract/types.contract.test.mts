import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typescriptArguments } from '../../playground/process/typescriptArguments.mts';

const contract = join(import.meta.dirname, '../../contract');

describe('the types of the contract', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'contract-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	it('are what the document makes', () => {
		const made = join(folder, 'types.d.ts');
		const args = [...typescriptArguments, join(contract, 'makeTypes.mts'), made];
		const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
		expect([status, stderr]).toEqual([0, '']);
		expect(readFileSync(made, 'utf8')).toBe(readFileSync(join(contract, 'types.d.ts'), 'utf8'));
	});
});
