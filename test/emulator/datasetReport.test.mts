import http from 'node:http';
import { transcribedAudio } from './archives.mts';
import { makeWav, type WavForm } from '../support/makeWav.mts';
import { zipOf } from '../support/zipOf.mts';
import type { LineReport } from './examined.mts';
import { call, contentUrlOf, idOf, startEmulator, type Emulator } from './client.mts';

const wavOf = (form: WavForm = {}) => makeWav({ silent: true, ...form });

/** A report in the form that tells what became of each line. */
interface EntryReport {
	successCount: number;
	failureCount: number;
	entries: Array<{ status: string; inputText?: string }>;
}

describe('the report of a dataset', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(() => emulator.close());

	async function put(content: string, kind: string = 'Pronunciation') {
		const { id } = emulator.put('datasets', { kind });
		await emulator.putContent(id, content);
		return id;
	}

	async function files(id: string, query?: Record<string, string>) {
		return (await call(emulator, 'GET', `/datasets/${id}/files`, { query })).body.values ?? [];
	}

	async function report(id: string) {
		const [file] = await files(id, { filter: "kind eq 'DatasetReport'" });
		expect(file.name).toBe('report.json');
		const answer = await fetch(contentUrlOf(file));
		const text = await answer.text();
		expect(file.properties?.size).toBe(Buffer.byteLength(text));
		return text;
	}

	const three = '\ufeffCNTK\tc n t k\nIEEE\nXbox\tx box\n\t\n';

	it('tells what was taken and why the rest was not, line by line', async () => {
		expect(JSON.parse(await report(await put(three)))).toEqual({
			acceptedLineCount: 2,
			rejectedLineCount: 1,
			durationMilliseconds: 0,
			rejectedLines: [{ lineNumber: 2, reason: expect.stringMatching(/0 tabs/) }],
		});
	});

	it('names the file a line of an archive is about', async () => {
		const { id } = emulator.put('datasets', { kind: 'Acoustic' });
		const lines = '\ufeffa.wav\tone\nb.wav\ttwo\n';
		const files = { 'a.wav': wavOf(), 'c.wav': wavOf(), 'trans.txt': lines };
		await emulator.putContent(id, zipOf(files));
		expect(JSON.parse(await report(id))).toMatchObject({
			acceptedLineCount: 1,
			rejectedLineCount: 2,
			durationMilliseconds: 1000,
			rejectedLines: [
				{ lineNumber: 2, name: 'b.wav', reason: expect.stringMatching(/not in the archive/) },
				{ name: 'c.wav', reason: expect.stringMatching(/no line in 'trans.txt'/) },
			],
		});
	});

	it('is there for a dataset that failed, and says why', async () => {
		const id = await put('no mark', 'Language');
		expect(emulator.get('datasets', id)?.status).toBe('Failed');
		expect(JSON.parse(await report(id))).toMatchObject({
			acceptedLineCount: 0,
			error: { code: 'NoUtf8WithBom' },
		});
	});

	it('counts every rejected line but tells no more than a thousand', async () => {
		const id = await put(`\ufeffA\ta\n${'b\n'.repeat(1500)}`);
		const told = JSON.parse(await report(id)) as LineReport;
		expect(told.rejectedLineCount).toBe(1500);
		expect(told.rejectedLines).toHaveLength(1000);
	});

	async function reportAs(
		id: string,
		datasetReport: import('../../emulator/domain/quirks.mts').Quirks['datasetReport'],
	) {
		emulator.setQuirks({ datasetReport });
		return report(id);
	}

	/** Two lines and a file of an archive, of which one line is taken. */
	async function putArchive() {
		const { id } = emulator.put('datasets', { kind: 'Acoustic' });
		const lines = '\ufeffb.wav\ttwo\na.wav\tone\n';
		await emulator.putContent(
			id,
			zipOf({ 'a.wav': wavOf(), 'c.wav': wavOf(), 'trans.txt': lines }),
		);
		return id;
	}

	const failed = { message: expect.stringMatching(/./), status: 'Failed' };
	const ofArchive = [
		{ filename: 'b.wav', inputText: 'two', ...failed },
		{ filename: 'a.wav', inputText: 'one', message: null, status: 'Succeeded' },
		{ filename: 'c.wav', ...failed },
	];

	it('can list each line with its status, by file where there is no line', async () => {
		expect(JSON.parse(await reportAs(await putArchive(), 'entries'))).toEqual({
			successCount: 1,
			failureCount: 2,
			entries: ofArchive,
		});
		expect(JSON.parse(await reportAs(await put(three), 'entries'))).toEqual({
			successCount: 2,
			failureCount: 1,
			entries: [
				{ inputText: 'CNTK\tc n t k', message: null, status: 'Succeeded' },
				{ inputText: 'IEEE', message: expect.stringMatching(/0 tabs/), status: 'Failed' },
				{ inputText: 'Xbox\tx box', message: null, status: 'Succeeded' },
			],
		});
	});

	it('can hold the list as text, by name, or a line for each', async () => {
		const id = await putArchive();
		const { entries, ...counts } = JSON.parse(await reportAs(id, 'entriesAsString')) as {
			entries: string;
		};
		expect(counts).toEqual({ successCount: 1, failureCount: 2 });
		expect(JSON.parse(entries)).toEqual(ofArchive);
		const byName = JSON.parse(await reportAs(id, 'byName')) as { entries: object };
		expect(byName.entries).toEqual(
			Object.fromEntries(ofArchive.map(({ filename, ...entry }) => [filename, entry])),
		);
		const lines = (await reportAs(id, 'jsonLines')).trimEnd().split('\n');
		expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(ofArchive);
	});

	it('says in each form why a whole dataset failed', async () => {
		const id = await put('no mark', 'Language');
		for (const form of ['entries', 'entriesAsString', 'byName'] as const) {
			expect((JSON.parse(await reportAs(id, form)) as LineReport).error).toMatchObject({
				code: 'NoUtf8WithBom',
			});
		}
		expect(await reportAs(id, 'jsonLines')).toBe('');
	});

	it('lists no more than a thousand lines, failures first, and of each no more than 500 characters', async () => {
		const good = Array.from({ length: 900 }, (_, index) => `A${index}\ta\n`).join('');
		const id = await put(`\ufeff${good}${`${'b'.repeat(600)}\n`.repeat(300)}`);
		const { entries, successCount, failureCount } = JSON.parse(
			await reportAs(id, 'entries'),
		) as EntryReport;
		expect([successCount, failureCount]).toEqual([900, 300]);
		expect(entries).toHaveLength(1000);
		expect(entries.map(({ status }) => status)).toEqual([
			...Array<string>(700).fill('Succeeded'),
			...Array<string>(300).fill('Failed'),
		]);
		expect(entries.at(-1)?.inputText).toBe('b'.repeat(500));
	});

	it('of content that nobody read tells no line', async () => {
		const { id } = emulator.put('datasets', { kind: 'Language' });
		expect(JSON.parse(await reportAs(id, 'entries'))).toMatchObject({ entries: [] });
		expect(JSON.parse(await reportAs(id, 'lines'))).toMatchObject({ rejectedLines: [] });
	});

	it('can keep the lines to itself, be unreadable, or be missing', async () => {
		const id = await put(three);
		emulator.setQuirks({ datasetReport: 'counts' });
		expect(JSON.parse(await report(id))).not.toHaveProperty('rejectedLines');
		emulator.setQuirks({ datasetReport: 'unreadable' });
		const text = await report(id);
		expect(() => JSON.parse(text) as unknown).toThrow();
		emulator.setQuirks({ datasetReport: 'absent' });
		expect((await files(id)).map(({ kind }) => kind)).toEqual(['PronunciationData']);
	});

	it('opens without a key until its link expires, and not when the link was changed', async () => {
		const id = await put(three);
		const url = contentUrlOf((await files(id, { sasLifetimeMinutes: '5' }))[0]);
		const status = async (at: string) => (await fetch(at)).status;
		expect(await status(url)).toBe(200);
		expect(await status(url.replace(/sig=.{4}/, 'sig=AAAA'))).toBe(403);
		expect(await status(url.split('?')[0])).toBe(403);
		emulator.advance(5 * 60_000);
		expect(await status(url)).toBe(403);
	});

	it('is not there before the import is over', async () => {
		const { id } = emulator.put('datasets', { status: 'Running' });
		expect(await files(id)).toEqual([]);
	});
});

describe('content by URL', () => {
	let emulator: Emulator;
	let storage: http.Server;
	const stored: Record<string, Buffer | string> = {
		'/audio.zip': transcribedAudio({ 'a.wav': 'one two', 'b.wav': 'three' }),
		'/bad.txt': 'no mark',
		'/large.txt': `\ufeff${'A\ta\n'.repeat(100)}`,
	};

	beforeAll(async () => {
		storage = http.createServer((request, response) => {
			response.end(stored[String(request.url)]);
		});
		await new Promise((resolve) =>
			storage.listen(0, '127.0.0.1', () => {
				resolve(undefined);
			}),
		);
		const limits = { bytes: { Pronunciation: 256 } };
		emulator = await startEmulator({ seed: 'bare', limits });
	});
	afterAll(async () => {
		await emulator.close();
		storage.closeAllConnections();
		storage.close();
	});

	async function create(path: string, kind: string) {
		const { port } = storage.address() as import('node:net').AddressInfo;
		const contentUrl = `http://127.0.0.1:${port}${path}`;
		const body = { displayName: 'D', locale: 'en-US', kind, contentUrl };
		const answer = await call(emulator, 'POST', '/datasets', { body });
		const id = idOf(answer);
		emulator.finish('datasets', id);
		return emulator.get('datasets', id);
	}

	it('is examined by the same rules as an upload', async () => {
		expect(await create('/audio.zip', 'Acoustic')).toMatchObject({
			status: 'Succeeded',
			properties: { acceptedLineCount: 2, durationMilliseconds: 2000 },
		});
		expect((await create('/bad.txt', 'Language'))?.properties?.error?.code).toBe('NoUtf8WithBom');
	});

	it('is read no further than its kind allows', async () => {
		const dataset = await create('/large.txt', 'Pronunciation');
		expect(dataset?.status).toBe('Failed');
		expect(dataset?.properties?.error?.message).toMatch('more than 256 bytes');
	});
});
