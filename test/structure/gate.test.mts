import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './repository.mts';

describe('the gate', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'gate-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	it('tells its sum last and fails, also where nothing could be installed', () => {
		const programs = join(folder, 'programs');
		mkdirSync(programs);
		symlinkSync(process.execPath, join(programs, 'node'));
		writeFileSync(join(programs, 'npm'), '#!/bin/sh\necho no registry >&2\nexit 7\n', {
			mode: 0o755,
		});
		cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true });

		const path = [programs, process.env.PATH].join(delimiter);
		const { status, stdout } = spawnSync(join(folder, '.ci', 'run'), {
			env: { ...process.env, PATH: path },
			encoding: 'utf8',
		});
		expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed');
		expect(status).toBe(1);
	});
});
