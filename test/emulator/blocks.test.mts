import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transcribedAudio } from './archives.mts';
import { call, idOf, refusal, startEmulator, type Address, type Emulator } from './client.mts';
import { startCli, stopAll } from './cliProcess.mts';

type Fault = Parameters<Emulator['addFault']>[0];

const MiB = 1024 * 1024;
const type = { 'content-type': 'application/octet-stream' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const idOfBlock = (index: number) => Buffer.from(String(index).padStart(6, '0')).toString('base64');

async function create(emulator: Address, more?: object): Promise<string> {
	const body = { displayName: 'D', locale: 'en-US', kind: 'Language', ...more };
	const answer = await call(emulator, 'POST', '/datasets', { body });
	return idOf(answer);
}

const put = (emulator: Address, id: string, blockid: string, body: Uint8Array | string) =>
	call(emulator, 'PUT', `/datasets/${id}/blocks`, { query: { blockid }, body, headers: type });

const commit = (emulator: Address, id: string, list: string[]) =>
	call(emulator, 'POST', `/datasets/${id}/blocks:commit`, {
		body: list.map((one) => ({ kind: 'Latest', id: one })),
	});

/**
 * The least a client can do: each block again until it is there, then all in order.
 * @param size of a block
 */
async function upload(emulator: Address, id: string, content: Buffer, size: number) {
	const ids = [];
	for (let at = 0; at < content.length; at += size) {
		const blockid = idOfBlock(ids.length);
		ids.push(blockid);
		const send = () =>
			put(emulator, id, blockid, content.subarray(at, at + size)).then(
				({ status }) => status,
				() => 'lost',
			);
		let tries = 1;
		while ((await send()) !== 201) {
			if (++tries > 3) throw new Error('Tried too often');
		}
	}
	expect((await commit(emulator, id, ids)).status).toBe(200);
}

describe('upload in blocks', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterAll(() => emulator.close());
	afterEach(() => {
		emulator.clearFaults();
	});

	const text = Buffer.from(`\ufeff${'one sentence\nand another\n'.repeat(100)}`);

	it('arrives byte for byte, and is processed NotStarted, Running, Succeeded', async () => {
		const content = transcribedAudio({ 'a.wav': 'one two three', 'b.wav': 'four' });
		const id = await create(emulator, { kind: 'Acoustic' });
		const status = () => emulator.get('datasets', id)?.status;
		expect(emulator.contentHash(id)).toBeUndefined();
		await upload(emulator, id, content, 100);
		expect(emulator.contentHash(id)).toEqual({ size: content.length, sha256: sha256(content) });
		expect(emulator.content(id)?.equals(content)).toBe(true);
		expect(status()).toBe('NotStarted');
		emulator.advance(20_000);
		expect(status()).toBe('Running');
		expect(emulator.get('datasets', id)?.properties?.acceptedLineCount).toBe(0);
		emulator.advance(100_000);
		expect(emulator.get('datasets', id)).toMatchObject({
			status: 'Succeeded',
			properties: { acceptedLineCount: 2, rejectedLineCount: 0, durationMilliseconds: 2000 },
		});
	});

	it('can be compared over HTTP too', async () => {
		const id = await create(emulator);
		const url = `${emulator.url}/control/entities/datasets/${id}/content`;
		expect((await fetch(`${url}/hash`)).status).toBe(404);
		await upload(emulator, id, text, 1000);
		const hash: unknown = await (await fetch(`${url}/hash`)).json();
		expect(hash).toEqual({ size: text.length, sha256: sha256(text) });
		expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(text)).toBe(true);
		const other = '\ufeffother';
		expect((await fetch(url, { method: 'PUT', headers: type, body: other })).status).toBe(204);
		expect(emulator.content(id)?.toString()).toBe(other);
	});

	it('ends Failed when the content is of no use', async () => {
		const id = await create(emulator);
		await upload(emulator, id, text.subarray(3), 1000);
		expect(emulator.get('datasets', id)?.status).toBe('NotStarted');
		emulator.advance(120_000);
		expect(emulator.get('datasets', id)).toMatchObject({
			status: 'Failed',
			properties: { error: { code: 'NoUtf8WithBom' } },
		});
	});

	it('ends as scripted, whatever the content', async () => {
		emulator.setOutcome({ collection: 'datasets', displayName: 'Lucky', status: 'Succeeded' });
		const id = await create(emulator, { displayName: 'Lucky' });
		await upload(emulator, id, text.subarray(3), 1000);
		emulator.advance(120_000);
		expect(emulator.get('datasets', id)?.status).toBe('Succeeded');
		emulator.clearOutcomes();
	});

	it.each([
		['a 500', { kind: 'status', status: 500 }],
		['a 503', { kind: 'status', status: 503 }],
		['a line cut before it arrived', { kind: 'dropBefore' }],
		['a line cut after it arrived', { kind: 'dropAfter' }],
	] as [string, Pick<Fault, 'kind' | 'status'>][])(
		'after %s for the second block, only that one is sent again',
		async (_what, fault) => {
			const id = await create(emulator);
			emulator.clearRequests();
			emulator.addFault({ ...fault, method: 'PUT', path: /\/blocks$/, skip: 1 });
			await upload(emulator, id, text, 1000);
			const sent = emulator.requests().filter(({ method }) => method === 'PUT');
			expect(sent.map(({ query }) => query.blockid)).toEqual([0, 1, 1, 2].map(idOfBlock));
			expect(sent.map((request) => request.fault)).toEqual([
				undefined,
				fault.kind,
				undefined,
				undefined,
			]);
			expect(emulator.contentHash(id)?.sha256).toBe(sha256(text));
		},
	);

	it('a commit whose answer was lost has happened', async () => {
		const id = await create(emulator);
		await put(emulator, id, 'AAA=', text);
		emulator.addFault({ kind: 'dropAfter', path: ':commit' });
		await expect(commit(emulator, id, ['AAA='])).rejects.toThrow();
		expect(refusal(await commit(emulator, id, ['AAA=']))).toBe('409 Conflict InvalidPrerequisite');
		expect(emulator.contentHash(id)?.sha256).toBe(sha256(text));
	});

	it('two commits at once come to one', async () => {
		const id = await create(emulator);
		await put(emulator, id, 'AAA=', text);
		const answers = await Promise.all([1, 2].map(() => commit(emulator, id, ['AAA='])));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
	});

	it('lists what was committed and what was not', async () => {
		const id = await create(emulator);
		const list = async () => (await call(emulator, 'GET', `/datasets/${id}/blocks`)).body;
		expect(await list()).toEqual({ committedBlocks: [], uncommittedBlocks: [] });
		await put(emulator, id, 'AAE=', text);
		await put(emulator, id, 'AAA=', 'to be replaced');
		await put(emulator, id, 'AAA=', '\ufeff');
		const blocks = [
			{ name: 'AAE=', size: text.length },
			{ name: 'AAA=', size: 3 },
		];
		expect(await list()).toEqual({ committedBlocks: [], uncommittedBlocks: blocks });
		await commit(emulator, id, ['AAA=', 'AAE=']);
		expect(await list()).toEqual({ committedBlocks: blocks.reverse(), uncommittedBlocks: [] });
	});

	it('takes ids that are as long or as alike as they may be', async () => {
		const id = await create(emulator);
		const ids = [0xff, 0xfe].map((byte) => Buffer.alloc(64, byte).toString('base64'));
		for (const [index, one] of ids.entries()) {
			expect((await put(emulator, id, one, index ? 'one' : '\ufeff')).status).toBe(201);
		}
		expect((await commit(emulator, id, ids)).status).toBe(200);
		const alike = await create(emulator);
		await put(emulator, alike, 'aaaa', 'small');
		await put(emulator, alike, 'AAAA', '\ufeff');
		await commit(emulator, alike, ['AAAA', 'aaaa']);
		expect(emulator.content(alike)?.toString()).toBe('\ufeffsmall');
	});
});

describe('what is uploaded', () => {
	afterEach(stopAll);

	/** The folder a dataset's bytes lie in. */
	const folderWith = (id: string) =>
		fs
			.readdirSync(os.tmpdir())
			.filter((name) => name.startsWith('custom-speech-emulator-'))
			.map((name) => path.join(os.tmpdir(), name))
			.find((folder) => namesIn(folder).some((name) => name.startsWith(id)));

	/** Nothing in one that another test has just taken away. */
	function namesIn(folder: string) {
		try {
			return fs.readdirSync(folder);
		} catch {
			return [];
		}
	}

	it('lies in a folder that is made when it is needed and goes with the emulator', async () => {
		const emulator = await startEmulator({ seed: 'bare' });
		const id = await create(emulator);
		expect(folderWith(id)).toBeUndefined();
		await put(emulator, id, 'AAA=', '\ufeffone');
		const folder = String(folderWith(id));
		expect(fs.readdirSync(folder)).toHaveLength(1);
		await commit(emulator, id, ['AAA=']);
		// Beside the content lies what its report tells of it.
		expect(fs.readdirSync(folder).sort()).toEqual([id, `${id}.told`]);
		emulator.finish('datasets', id);
		expect((await call(emulator, 'DELETE', `/datasets/${id}`)).status).toBe(204);
		expect(fs.readdirSync(folder)).toEqual([]);
		await emulator.close();
		expect(fs.existsSync(folder)).toBe(false);
	});

	it('is not held in memory', async () => {
		const { child, ended, ready } = startCli(['--seed', 'bare']);
		const emulator = await ready;
		const status = `/proc/${child.pid}/status`;
		const peak = () => {
			// Where there is no such file, the bytes are compared all the same.
			if (!fs.existsSync(status)) return 0;
			return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(status, 'utf8'))?.[1]) * 1024;
		};
		const block = randomBytes(8 * MiB);
		const id = await create(emulator, { kind: 'Acoustic' });
		await put(emulator, id, idOfBlock(0), block);
		const before = peak();
		const count = 32;
		for (let index = 1; index < count; index += 1) await put(emulator, id, idOfBlock(index), block);
		const ids = Array.from({ length: count }, (_, index) => idOfBlock(index));
		expect((await commit(emulator, id, ids)).status).toBe(200);
		expect(peak() - before).toBeLessThan((count * block.length) / 2);
		const url = `${emulator.url}/control/entities/datasets/${id}/content/hash`;
		const whole = createHash('sha256');
		for (let index = 0; index < count; index += 1) whole.update(block);
		expect(await (await fetch(url)).json()).toEqual({
			size: count * block.length,
			sha256: whole.digest('hex'),
		});
		child.kill('SIGTERM');
		expect((await ended).code).toBe(0);
	});
});
