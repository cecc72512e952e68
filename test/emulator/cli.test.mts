import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { call, startEmulator } from './client.mts';
import { startCli, stopAll } from './cliProcess.mts';

afterEach(stopAll);

describe('the command line', () => {
	it('says in one line of JSON where it is, and ends with 0 on SIGTERM', async () => {
		const { child, output, ended, ready } = startCli(['--seed', 'demo', '--key', 'k1']);
		const handle = await ready;
		expect(handle).toEqual({
			url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
			key: 'k1',
		});
		expect((await call(handle as any, 'GET', '/projects')).body.values).toHaveLength(1);
		child.kill('SIGTERM');
		expect(await ended).toEqual({ code: 0, signal: null });
		expect(output.stdout.trim().split('\n')).toHaveLength(1);
		expect(output.stderr).toBe('');
	});

	it('knows the large seed', async () => {
		const { child, ended, ready } = startCli(['--seed', 'large']);
		const { body } = await call((await ready) as any, 'GET', '/models/base');
		expect(body.values).toHaveLength(100);
		expect(body['@nextLink']).toMatch('skip=100&top=100');
		child.kill('SIGTERM');
		await ended;
	});

	it('ends with 0 on SIGINT', async () => {
		const { child, ended, ready } = startCli([]);
		await ready;
		child.kill('SIGINT');
		expect((await ended).code).toBe(0);
	});

	it('has a rate limit', async () => {
		const { child, ended, ready } = startCli([]);
		const handle = (await ready) as any;
		const answers = await Promise.all(
			Array.from({ length: 101 }, () => call(handle, 'GET', '/projects')),
		);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
		child.kill('SIGTERM');
		await ended;
	});

	it.each([
		[['--ports', '1'], /--ports/],
		[['--port', 'x'], /--port cannot be 'x'/],
		[['--speed', '-1'], /--speed/],
		[['extra'], /extra/],
	])('refuses %j with a clear word', async (args, text) => {
		const { output, ended } = startCli(args);
		expect((await ended).code).toBe(2);
		expect(output.stderr).toMatch(text);
		expect(output.stdout).toBe('');
	});

	it('says which seed cannot be read', async () => {
		const { output, ended } = startCli(['--seed', '/nowhere/seed.json']);
		expect((await ended).code).toBe(1);
		expect(output.stderr).toMatch(/\/nowhere\/seed\.json/);
	});

	it('explains itself', async () => {
		const { output, ended } = startCli(['--help']);
		expect((await ended).code).toBe(0);
		expect(output.stdout).toMatch(/--state FILE/);
	});
});

describe('the state file', () => {
	/** @type {string} */
	let folder: string;
	/** @type {string} */
	let stateFile: string;
	beforeEach(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'emulator-'));
		stateFile = path.join(folder, 'state.json');
	});
	afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

	const project = { displayName: 'P', locale: 'en-US' };

	it('carries entities, key, clock and jobs over a restart', async () => {
		const first = await startEmulator({
			seed: 'bare',
			stateFile,
			now: '2026-11-01T00:00:00Z',
			speed: 0,
		});
		const model = first.put('models', { status: 'NotStarted' });
		first.advance(60_000);
		const { key } = first;
		await first.close();
		const second = await startEmulator({ seed: 'demo', stateFile });
		expect(second.list('projects')).toEqual([]);
		expect(second.key).toBe(key);
		expect(second.now().toISOString()).toBe('2026-11-01T00:01:00.000Z');
		expect(second.get('models', model.id)?.status).toBe('Running');
		second.advance(39 * 60_000);
		expect(second.get('models', model.id)?.status).toBe('Succeeded');
		await second.close();
	});

	it('holds every answered change, even through kill -9', async () => {
		const args = ['--state', stateFile, '--key', 'k1'];
		const first = startCli(args);
		const handle = (await first.ready) as any;
		await Promise.all(
			Array.from({ length: 20 }, () => call(handle, 'POST', '/projects', { body: project })),
		);
		first.child.kill('SIGKILL');
		expect((await first.ended).signal).toBe('SIGKILL');
		const second = startCli(args);
		const again = (await second.ready) as any;
		expect((await call(again, 'GET', '/projects')).body.values).toHaveLength(20);
		second.child.kill('SIGTERM');
		expect((await second.ended).code).toBe(0);
		expect(fs.readdirSync(folder)).toEqual(['state.json']);
	});

	it('keeps the content of datasets', async () => {
		const first = await startEmulator({ seed: 'bare', stateFile });
		const body = { displayName: 'D', locale: 'en-US', kind: 'Language' };
		const { body: dataset } = await call(first, 'POST', '/datasets', { body });
		const { pathname } = new URL(dataset.self);
		const blocks = `${pathname.replace('/speechtotext', '')}/blocks`;
		await call(first, 'PUT', blocks, {
			query: { blockid: 'AAA=' },
			body: 'one\n',
			headers: { 'content-type': 'application/octet-stream' },
		});
		await first.close();
		const second = await startEmulator({ stateFile });
		const list = [{ kind: 'Latest', id: 'AAA=' }];
		expect((await call(second, 'POST', `${blocks}:commit`, { body: list })).status).toBe(200);
		await second.close();
	});

	it('is refused when it is broken', async () => {
		fs.writeFileSync(stateFile, '{');
		await expect(startEmulator({ stateFile })).rejects.toThrow(/state\.json cannot be read/);
	});
});
