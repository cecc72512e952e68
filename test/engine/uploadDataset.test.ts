import { createHash } from 'node:crypto';
import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { contentOfDataset } from '../support/datasetContent';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, startNode, type NodeRun, type NodeTest } from '../support/engine';
import { makeWav } from '../support/makeWav.mts';
import { makeZip } from '../support/makeZip.mts';
import { postsTo } from '../support/sentRequests';
import { heldBinary, storedBinary } from '../support/storedBinary.mts';
import { until } from '../support/until.mts';
import { byId } from '../support/locator';

type Json = INodeExecutionData['json'];

const BOM = '\ufeff';
const MIB = 1024 * 1024;
const SENTENCES = `${BOM}the first sentence\nthe second sentence\n`;
const recording = (seed: number, said: string) =>
	makeZip([
		{ name: 'one.wav', content: makeWav({ seed }) },
		{ name: 'trans.txt', content: `${BOM}one.wav\t${said}` },
	]);
const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

/** Text that differs from place to place, so that blocks in the wrong order would be seen. */
function largeText(bytes: number): Buffer {
	const line = (number: number) => `sentence ${String(number).padStart(246, '0')}\n`;
	const lines = Array.from({ length: Math.ceil(bytes / 256) }, (_, number) => line(number));
	return Buffer.from(BOM + lines.join('')).subarray(0, bytes);
}

/** A file in the item whose Base64 has line breaks. */
function inLines(content: Buffer, length: number, lineBreak: string) {
	const held = heldBinary('a.txt', content);
	const data = held.data.replace(new RegExp(`.{${length}}`, 'g'), `$&${lineBreak}`);
	return { ...held, data: `${data}${lineBreak}` };
}

describe('Upload Dataset', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		// A dataset is processed in minutes, which pass in moments.
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
	});
	afterEach(async () => {
		await emulator.close();
	});

	const uploading = (
		binary: IBinaryKeyData,
		{ options, ...parameters }: Record<string, unknown> = {},
		more: Partial<NodeTest> = {},
	): NodeTest => ({
		node: new UploadDataset(),
		items: [{ json: { locale: 'en-US', note: 'kept' }, binary }],
		parameters: {
			...parameters,
			options: { checkEverySeconds: 1, ...(options as object) },
		},
		credentials: credentialsFor(emulator),
		...more,
	});
	const upload = async (...test: Parameters<typeof uploading>) => await runNode(uploading(...test));
	const uploadText = async (content: Buffer | string, options: object = {}, name = 'plain.txt') =>
		await upload({ data: heldBinary(name, content) }, { options });
	const requests = (method: string, path: RegExp) =>
		emulator.requests().filter((request) => request.method === method && path.test(request.path));
	const blocksSent = () => requests('PUT', /\/blocks$/);
	const slowDownBlocks = (delayMs: number, times: number) => {
		emulator.addFault({ method: 'PUT', path: /\/blocks$/, kind: 'slow', delayMs, times });
	};
	const datasetOf = (run: NodeRun, index = 0) =>
		run.outputs[0][index].json.dataset as Json & { id: string };
	const heldBy = async (run: NodeRun) => await contentOfDataset(emulator, datasetOf(run).id);
	const hintsOf = (run: NodeRun) => run.hints.map(({ message }) => message).join('\n');

	it('uploads a file, waits, and tells what the service accepted', async () => {
		const run = await uploadText(SENTENCES);
		const [[{ json, pairedItem, binary }]] = run.outputs;
		expect(json).toMatchObject({
			note: 'kept',
			dataset: {
				displayName: 'plain',
				locale: 'en-US',
				kind: 'Language',
				status: 'Succeeded',
				reused: false,
				detected: 'it is text with one sentence per line',
				acceptedLineCount: 2,
				import: {
					acceptedLineCount: 2,
					rejectedLineCount: 0,
					rejectedPercent: 0,
					rejectedLines: [],
				},
				check: { findingCount: 0, noteCount: 0 },
			},
			wait: { outcome: 'succeeded' },
			summary:
				"Dataset 'plain' (Plain Text, en-US) was uploaded (42 bytes) and processed: 2 lines accepted, 0 rejected.",
		});
		expect(json).not.toHaveProperty('datasets');
		expect(pairedItem).toEqual({ item: 0 });
		expect(binary).toHaveProperty('data');
		expect(hintsOf(run)).toBe(
			"'plain.txt' was detected as 'Plain Text': it is text with one sentence per line.\n42 bytes of 'plain.txt' were sent in 1 block.",
		);
	});

	it('sends what a person set, and nothing else', async () => {
		const project = emulator.put('projects', { displayName: 'Shop', locale: 'de-DE' });
		await upload(
			{ data: heldBinary('x', SENTENCES) },
			{
				kind: 'Language',
				locale: byId('de-de'),
				displayName: ' Namen ',
				options: {
					description: 'Of products',
					projectId: byId(project.id),
					customProperties: { property: [{ name: 'team', value: 'retail' }] },
					textNormalization: 'None',
				},
			},
		);
		const [{ body }] = postsTo(emulator, '/datasets');
		expect(body).toEqual({
			displayName: 'Namen',
			locale: 'de-DE',
			kind: 'Language',
			description: 'Of products',
			project: { self: expect.stringContaining(`/projects/${project.id}`) },
			customProperties: {
				team: 'retail',
				n8nContentSha256: expect.stringMatching(new RegExp(`^${sha256(SENTENCES)}\\.\\w{16}$`)),
			},
			properties: { textNormalizationKind: 'None' },
		});
	});

	describe('the bytes at the service', () => {
		it.each([
			['kept in the item', (content: Buffer) => Promise.resolve(heldBinary('a.txt', content))],
			[
				'kept in the item in lines, as mail has it',
				(content: Buffer) => Promise.resolve(inLines(content, 76, '\r\n')),
			],
			[
				'kept in the item in short lines',
				(content: Buffer) => Promise.resolve(inLines(content, 60, '\n')),
			],
			['kept on disk', async (content: Buffer) => await storedBinary('a.txt', content)],
		])('are those of a file %s', async (_where, kept) => {
			const content = largeText(3 * MIB + 17);
			const run = await upload({ data: await kept(content) });
			expect(run.error).toBeUndefined();
			expect(sha256(await heldBy(run))).toBe(sha256(content));
		});

		it('begin with a byte order mark when the file lacks one, which is said', async () => {
			const run = await uploadText('hello there\n');
			expect((await heldBy(run)).toString()).toBe(`${BOM}hello there\n`);
			expect(hintsOf(run)).toContain(
				"'plain.txt' has no byte order mark, so one is added when it is sent.",
			);
		});

		it('are those of an archive', async () => {
			const content = recording(1, 'the first recording');
			const run = await upload({ data: heldBinary('calls.zip', content) });
			expect(datasetOf(run)).toMatchObject({ kind: 'Acoustic', displayName: 'calls' });
			expect(sha256(await heldBy(run))).toBe(sha256(content));
		});
	});

	describe('a large file', () => {
		const content = largeText(20 * MIB);
		const large = async () => ({ data: await storedBinary('large.txt', content) });
		const sentOnce = ['0', '1', '2'].map((number) =>
			Buffer.from(number.padStart(6, '0')).toString('base64'),
		);
		const sentIds = () =>
			blocksSent()
				.map(({ query }) => query.blockid)
				.sort();

		it.each([
			['a connection that breaks', { kind: 'dropBefore' }],
			['an answer that is lost', { kind: 'dropAfter' }],
			['a 503', { kind: 'status', status: 503 }],
		])('goes up in blocks, and after %s only that block is sent again', async (_what, fault) => {
			emulator.addFault({ method: 'PUT', path: /\/blocks$/, skip: 1, ...fault } as never);
			const run = await upload(await large());
			expect(run.error).toBeUndefined();
			const ids = sentIds();
			expect(new Set(ids)).toEqual(new Set(sentOnce));
			expect(ids).toHaveLength(4);
			expect(sha256(await heldBy(run))).toBe(sha256(content));
			const [{ body }] = requests('POST', /blocks:commit$/) as never as [{ body: object }];
			expect(body).toEqual(sentOnce.map((id) => ({ kind: 'Uncommitted', id })));
			expect(hintsOf(run)).toContain("20 MiB of 'large.txt' were sent in 3 blocks.");
		});

		it('goes on where an interrupted upload has stopped', async () => {
			emulator.addFault({ method: 'PUT', path: /\/blocks$/, kind: 'status', status: 403, skip: 2 });
			const first = await upload(await large());
			expect(first.error?.message).toMatch(/not allowed to do this/);
			expect(blocksSent().filter(({ status }) => status === 201)).toHaveLength(2);

			emulator.clearRequests();
			const second = await upload(await large());
			expect(second.error).toBeUndefined();
			expect(blocksSent()).toHaveLength(1);
			expect(emulator.list('datasets')).toHaveLength(1);
			expect(sha256(await heldBy(second))).toBe(sha256(content));
			expect(hintsOf(second)).toContain('sent in 1 block (2 blocks were already there).');
		});

		it('is done for both when another execution uploads the same at the same time', async () => {
			slowDownBlocks(500, 6);
			const one = startNode(uploading(await large()));
			await until(() => blocksSent().length > 0);
			const other = startNode(uploading(await large()));
			const runs = await Promise.all([one.finished, other.finished]);
			for (const run of runs) {
				expect(run.error).toBeUndefined();
				expect(datasetOf(run)).toMatchObject({ status: 'Succeeded' });
			}
			expect(emulator.list('datasets')).toHaveLength(1);
			expect(sha256(await heldBy(runs[0]))).toBe(sha256(content));
		});

		it('is not sent any further once the execution is stopped', async () => {
			slowDownBlocks(60_000, 3);
			const { finished, cancel } = startNode(uploading(await large()));
			await until(() => blocksSent().length > 0);
			cancel();
			expect((await finished).status).toBe('canceled');
			expect(requests('POST', /blocks:commit$/)).toEqual([]);
		});
	});

	it.each([
		['making of the dataset', 'POST', /\/datasets$/],
		['making of its content', 'POST', /blocks:commit$/],
	])('makes one dataset when the answer to the %s is lost', async (_what, method, path) => {
		for (const kind of ['dropAfter', 'dropBefore'] as const) {
			emulator.addFault({ method, path, kind });
			const run = await uploadText(`${SENTENCES}${kind}`);
			expect(run.error).toBeUndefined();
			expect(datasetOf(run)).toMatchObject({ status: 'Succeeded', reused: false });
		}
		expect(emulator.list('datasets')).toHaveLength(2);
	});

	describe('the same file again', () => {
		it('is used as it is there, also under another name', async () => {
			const first = await uploadText(SENTENCES);
			emulator.clearRequests();
			const second = await uploadText(SENTENCES, {}, 'other.txt');
			expect(datasetOf(second)).toMatchObject({ id: datasetOf(first).id, reused: true });
			expect(requests('POST', /./)).toEqual([]);
			expect(second.outputs[0][0].json.summary).toContain('already existed with the same content');
			expect(hintsOf(second)).toContain('nothing was sent');
		});

		it('is uploaded again when that is what the person wants', async () => {
			await uploadText(SENTENCES);
			const run = await uploadText(SENTENCES, { ifAlreadyUploaded: 'again' });
			expect(datasetOf(run)).toMatchObject({ reused: false });
			expect(emulator.list('datasets')).toHaveLength(2);
		});

		it('fails when that is what the person wants, and names the dataset', async () => {
			await uploadText(SENTENCES);
			const run = await uploadText(SENTENCES, { ifAlreadyUploaded: 'fail' });
			expect(run.error?.message).toMatch(/same content already exists: 'plain'/);
			expect(emulator.list('datasets')).toHaveLength(1);
		});

		it.each<[string, Record<string, unknown>]>([
			['another locale', { locale: byId('en-GB') }],
			['another kind', { kind: 'LanguageMarkdown' }],
			['other text normalization', { options: { textNormalization: 'None' } }],
		])('counts as another one in %s', async (_what, parameters) => {
			// Plain sentences and structured text at once, so that the service can use it as either.
			const both = `${BOM}# Calls\n- a sentence to train with\n`;
			await uploadText(both);
			const run = await upload({ data: heldBinary('plain.txt', both) }, parameters);
			expect(run.error).toBeUndefined();
			expect(emulator.list('datasets')).toHaveLength(2);
		});

		it('does not count when its processing failed', async () => {
			emulator.setOutcome({ collection: 'datasets', displayName: 'plain', status: 'Failed' });
			const first = await uploadText(SENTENCES);
			expect(first.error?.message).toMatch(/processing of dataset 'plain' failed/);
			const second = await uploadText(SENTENCES, {}, 'second.txt');
			expect(datasetOf(second)).toMatchObject({ displayName: 'second', reused: false });
		});
	});

	describe('several files', () => {
		const pronunciation = heldBinary('pronunciation.txt', `${BOM}IEEE\ti triple e`);

		it('of one item become several datasets, as Train Model takes them', async () => {
			const binary = { data: heldBinary('a.txt', SENTENCES), more: pronunciation };
			const run = await upload(binary, { binaryPropertyName: 'data, more' });
			const { datasets, dataset, summary } = run.outputs[0][0].json as Record<string, Json[]>;
			expect(datasets).toEqual([
				expect.objectContaining({ kind: 'Language', status: 'Succeeded' }),
				expect.objectContaining({ kind: 'Pronunciation', status: 'Succeeded' }),
			]);
			expect(dataset).toBeUndefined();
			expect(summary).toMatch(/'a' .* 'pronunciation' /);
		});

		it.each([
			['the one', ['training'], 1],
			['each', ['training_0', 'training_1'], 2],
		])('are found by the beginning of their names: %s a form brings', async (_, names, count) => {
			const files = [heldBinary('a.txt', SENTENCES), pronunciation];
			const brought = names.map((name, index) => [name, files[index]] as const);
			const binary = { ...Object.fromEntries(brought), test: heldBinary('b.txt', SENTENCES) };
			const run = await upload(binary, { binaryPropertyName: 'training*' });
			expect(run.error).toBeUndefined();
			expect(emulator.list('datasets')).toHaveLength(count);
		});

		it('are named when none begins so', async () => {
			const run = await upload({ data: pronunciation }, { binaryPropertyName: 'training*' });
			expect(run.error?.message).toMatch(/no file in 'training\*'/);
		});

		it('collect over several nodes', async () => {
			const first = await uploadText(SENTENCES);
			const [[{ json }]] = first.outputs;
			const items = [{ json, binary: { data: pronunciation } }];
			const run = await upload({}, {}, { items });
			expect(run.outputs[0][0].json.datasets).toEqual([
				expect.objectContaining({ id: datasetOf(first).id }),
				expect.objectContaining({ id: datasetOf(run).id, kind: 'Pronunciation' }),
			]);
		});

		it('of several items stay with their items, in order, and one that is bad fails alone', async () => {
			const items = ['first', `bad\u0007`, 'third'].map((text, index) => ({
				json: { locale: 'en-US', index },
				binary: { data: heldBinary(`${index}.txt`, BOM + text) },
			}));
			const run = await upload({}, {}, { items, onError: 'continueErrorOutput' });
			expect(run.outputs[0].map(({ json }) => json.index)).toEqual([0, 2]);
			expect(run.outputs[1]).toHaveLength(1);
			expect(run.outputs[1][0].json).toMatchObject({
				index: 1,
				error: expect.stringContaining('U+0007'),
			});
			expect(emulator.list('datasets')).toHaveLength(2);
		});
	});

	describe('a file with findings', () => {
		// Few enough for the service to take the rest without reaching 'Maximum Rejected Lines (%)'.
		const bad = `${BOM}good\nbad\u0007\n\nbad\u0008\n${'good\n'.repeat(20)}`;

		it('stops before anything is asked of the service, with line, reason and what to do', async () => {
			const run = await uploadText(bad);
			expect(run.error?.message).toBe(
				"'plain.txt' was not uploaded. Line 2: The line contains the control character U+0007. (first of 2 findings)",
			);
			expect((run.error as { description?: string }).description).toContain(
				'Line 4: The line contains the control character U+0008. Remove it.',
			);
			expect(emulator.requests()).toEqual([]);
		});

		it('is uploaded when the person only wants to be warned', async () => {
			const run = await uploadText(bad, { validate: 'warn' });
			expect(run.error).toBeUndefined();
			expect(datasetOf(run)).toMatchObject({
				check: {
					findingCount: 2,
					findings: [
						{ line: 2, file: null, what: expect.stringContaining('U+0007'), fix: 'Remove it.' },
						{ line: 4 },
					],
				},
			});
			expect(hintsOf(run)).toContain("'plain.txt' has 2 findings. Line 2:");
		});

		it('is uploaded without a word when the check is off', async () => {
			const run = await uploadText(bad, { validate: 'off' });
			expect(datasetOf(run)).toMatchObject({ check: null });
			expect(hintsOf(run)).not.toContain('finding');
		});

		it('of no bytes at all stops in any case', async () => {
			const run = await uploadText('', { validate: 'warn' });
			expect(run.error?.message).toContain('The file is empty.');
			expect(emulator.requests()).toEqual([]);
		});
	});

	it.each(['warn', 'off'])(
		'asks the kind of a file that is neither text nor an archive (validate: %s)',
		async (validate) => {
			const pdf = { data: heldBinary('report.pdf', Buffer.from('%PDF-1.7\n\0\u0001\u0002')) };
			const run = await upload(pdf, { options: { validate } });
			expect(run.error?.message).toBe(
				"The data type of 'report.pdf' could not be detected: it is a PDF document.",
			);
			expect(emulator.requests()).toEqual([]);
		},
	);

	describe('data whose kind cannot be told', () => {
		const wav = { name: 'one.wav', content: makeWav() };
		const cases: Array<[string, string, Buffer | string]> = [
			['a glossary', 'terms.txt', `${BOM}hello\tbonjour\n`],
			['transcripts without audio', 'trans.txt', `${BOM}one.wav\tthe first\n`],
			['subtitles', 'a.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello\n'],
			['a table', 'sentences.csv', `${BOM}a,b\n`],
			['audio beside a text', 'calls.zip', makeZip([wav, { name: 'readme.txt', content: 'hi' }])],
			[
				'audio beside a table',
				'calls.zip',
				makeZip([wav, { name: 'trans.csv', content: 'one.wav,a' }]),
			],
		];
		it.each(cases)('is asked for, however it is checked: %s', async (_what, name, content) => {
			for (const validate of ['stop', 'warn', 'off']) {
				const run = await uploadText(content, { validate }, name);
				expect(run.error).toMatchObject({
					message: expect.stringContaining(`'${name}'`),
					description: expect.stringContaining("'Data Type'"),
				});
				expect(emulator.requests()).toEqual([]);
			}
		});

		it('is uploaded as what the person says', async () => {
			const binary = { data: heldBinary('terms.txt', `${BOM}hello\tbonjour\n`) };
			const run = await upload(binary, { kind: 'Language' });
			expect(datasetOf(run)).toMatchObject({
				kind: 'Language',
				status: 'Succeeded',
				detected: null,
			});
		});
	});

	describe('audio with transcripts', () => {
		const wav = (name: string, seconds = 1) => ({
			name,
			content: makeWav({ seconds, sampleRate: 8_000 }),
		});
		const calls = (...files: Array<ReturnType<typeof wav>>) =>
			makeZip([
				...files,
				{
					name: 'Transcriptions.txt',
					content: files.map(({ name }) => `${name}\tsome words`).join('\n'),
				},
			]);
		const shortFiles = () =>
			postsTo(emulator, '/datasets').map(({ body }) => body.customProperties?.n8nAudioFilesUpTo40s);

		it.each(['stop', 'warn', 'off'])(
			'is never taken for audio alone (validate: %s)',
			async (validate) => {
				const run = await uploadText(
					calls(wav('one.wav'), wav('two.wav')),
					{ validate },
					'calls.zip',
				);
				expect(datasetOf(run)).toMatchObject({
					kind: 'Acoustic',
					acceptedLineCount: 2,
					rejectedLineCount: 0,
				});
			},
		);

		it('keeps how many of its files a training can use the sound of', async () => {
			await uploadText(calls(wav('one.wav'), wav('two.wav', 41)), {}, 'some.zip');
			await uploadText(calls(wav('two.wav', 41)), {}, 'none.zip');
			await uploadText(SENTENCES);
			expect(shortFiles()).toEqual(['1', '0', undefined]);
		});

		it('leaves that out when a person has 9 properties of their own', async () => {
			const property = Array.from({ length: 9 }, (_, at) => ({ name: `p${at}`, value: 'x' }));
			const run = await uploadText(
				calls(wav('one.wav')),
				{ customProperties: { property } },
				'calls.zip',
			);
			expect([run.status, shortFiles()]).toEqual(['success', [undefined]]);
		});

		it('that is too long for a training is stopped when it is for one', async () => {
			const run = await uploadText(calls(wav('a.wav', 41)), { usedFor: 'training' }, 'calls.zip');
			expect(run.error?.message).toBe(
				"'calls.zip' was not uploaded. a.wav: The only audio file is longer than 40 s (41 s): a training with only this data fails.",
			);
			expect(emulator.requests()).toEqual([]);
		});
	});

	describe('an archive that cannot be read to its end', () => {
		const audio = { name: 'one.wav', content: makeWav() };
		const withMore = (zip: Buffer) => ({
			data: heldBinary('calls.zip', Buffer.concat([zip, Buffer.of(0)])),
		});
		const audioOnly = withMore(makeZip([audio]));

		it.each(['warn', 'off'])(
			'is asked the kind of, when no transcripts were seen in it (validate: %s)',
			async (validate) => {
				const run = await upload(audioOnly, { options: { validate } });
				const { message, description } = run.error as Error & { description: string };
				expect(message).toBe(
					"The data type of 'calls.zip' could not be detected: the archive cannot be read to its end, and no transcripts were found.",
				);
				expect(description).toMatch(/^Choose a 'Data Type'.*\nThe file continues after/);
				expect(emulator.requests()).toEqual([]);
			},
		);

		it('is stopped for that, and the kind is asked for as well', async () => {
			const run = await upload(audioOnly);
			const { message, description } = run.error as Error & { description: string };
			expect(message).toBe("'calls.zip' was not uploaded. The file continues after the archive.");
			expect(description).toMatch(
				/set 'Validate Before Upload' to Warn Only and choose 'Data Type'\.$/,
			);
		});

		it.each([
			['AudioFiles', 'chosen', { kind: 'AudioFiles' }, audioOnly],
			['Acoustic', 'told by its transcripts', {}, withMore(recording(1, 'hello hello'))],
		])('is sent as the kind that is known: %s, %s', async (kind, _how, parameters, binary) => {
			for (const validate of ['warn', 'off']) {
				const run = await upload(binary, { ...parameters, options: { validate } });
				expect(postsTo(emulator, '/datasets')[0].body).toMatchObject({ kind });
				expect(hintsOf(run)).not.toContain('no transcripts');
			}
		});
	});

	describe('what the fields miss', () => {
		const data = heldBinary('a.txt', SENTENCES);
		it.each<[string, IBinaryKeyData, Record<string, unknown>, RegExp]>([
			['a file', {}, {}, /no file in 'data', as set in 'Input Data Field Name'/],
			['the right field', { other: data }, {}, /It has files in 'other'/],
			[
				'a name of a field',
				{ data },
				{ binaryPropertyName: ' ' },
				/'Input Data Field Name' is empty/,
			],
			['a locale', { data }, { locale: byId('={{ $json.none }}') }, /'Locale' is empty/],
			['a kind', { data }, { kind: 'Video' }, /'Data Type' is not a kind of dataset: 'Video'/],
			['a URL', {}, { operation: 'url', contentUrl: '={{ $json.none }}' }, /'URL' is empty/],
			[
				'a web address',
				{},
				{ operation: 'url', contentUrl: 'file:///x' },
				/'URL' is not a valid web address/,
			],
			[
				'a kind for a URL',
				{},
				{ operation: 'url', contentUrl: 'https://example.com/data.zip' },
				/could not be detected from its name 'data.zip'.*'Data Type'/,
			],
			[
				'a choice that an expression made up',
				{ data: heldBinary('t.txt', 'hello hello') },
				{ options: { usedFor: 'Testing' } },
				/'Intended Use' is not one of the options: 'Testing'.*any, training, testing/,
			],
			[
				'training data',
				{ data: heldBinary('t.zip', recording(1, 'hello hello')) },
				{ options: { trainingDataFields: 'nothing' } },
				/no file in 'nothing', as set in 'Compare With Training Data'/,
			],
		])(
			'is told before anything is asked of the service: %s',
			async (_what, binary, parameters, text) => {
				const run = await upload(binary, parameters);
				const { message, description } = run.error as Error & { description: string };
				expect(`${message} ${description}`).toMatch(text);
				expect(emulator.requests()).toEqual([]);
			},
		);

		it('is told as well: a project of the same locale', async () => {
			const project = emulator.put('projects', { displayName: 'Shop', locale: 'de-DE' });
			const projectId = byId(project.id);
			const run = await uploadText(SENTENCES, { projectId });
			expect(run.error?.message).toMatch(/'Shop' has the locale de-DE, but the data has en-US/);
			expect(emulator.list('datasets')).toEqual([]);
		});
	});

	describe('a test set', () => {
		const training = recording(1, 'the first recording');
		const shared = recording(1, 'another recording');

		it('is added to the item as the test dataset', async () => {
			const binary = { data: heldBinary('test.zip', training) };
			const run = await upload(binary, { options: { usedFor: 'testing' } });
			expect(run.outputs[0][0].json).toMatchObject({
				testDataset: { kind: 'Acoustic', status: 'Succeeded' },
			});
			expect(run.outputs[0][0].json).not.toHaveProperty('dataset');
		});

		it.each([
			[
				'files',
				heldBinary('training.zip', shared),
				/one\.wav: The audio is also in the training data/,
			],
			[
				'lines of an archive',
				heldBinary('training.zip', recording(2, 'The first recording!')),
				/trans\.txt, line 1: The text of the line is also in the training data 'training\.zip'/,
			],
			[
				'lines of a text',
				heldBinary('training.txt', 'something\nthe first recording\n'),
				/trans\.txt, line 1: The text of the line is also in the training data 'training\.txt'/,
			],
		])('that holds %s of the training data is stopped', async (_what, known, text) => {
			const binary = { data: heldBinary('test.zip', training), known };
			const options = { usedFor: 'testing', trainingDataFields: 'known' };
			const run = await upload(binary, { options });
			expect(run.error?.message).toMatch(text);
			expect(emulator.requests()).toEqual([]);
		});

		it.each<[string, string, Buffer | string, string | RegExp]>([
			['that is empty', 'none.txt', '', 'The file is empty.'],
			['that is blank', 'blank.txt', ' \n\t\n', 'The file contains no text.'],
			[
				'in UTF-16',
				'words.txt',
				Buffer.from(`${BOM}the first recording\n`, 'utf16le'),
				'Line 1: The file is UTF-16.',
			],
			[
				'that is UTF-8 only in part',
				'words.txt',
				Buffer.from('a sentence\ncaf\u00e9 au lait\n', 'latin1'),
				'Line 2: The line is not UTF-8 but looks like Windows-1252.',
			],
			[
				'with the line ends of old',
				'words.txt',
				'something\rthe first recording\r',
				'Line 1: The line contains a carriage return without a line feed.',
			],
			[
				'that is a document',
				'words.pdf',
				Buffer.from('255044462d312e370a00ff00', 'hex'),
				'The file is a PDF document.',
			],
			['that is a single recording', 'one.wav', makeWav(), 'The file is a single WAV file.'],
			[
				'that goes on after its end',
				'calls.zip',
				Buffer.concat([shared, Buffer.from('x')]),
				'The file continues after the archive.',
			],
			[
				'in an archive without anything',
				'calls.zip',
				makeZip([]),
				'The archive contains neither audio nor transcripts.',
			],
			[
				'with transcripts in UTF-16',
				'calls.zip',
				makeZip([{ name: 'trans.txt', content: Buffer.from(`${BOM}a.wav\thello`, 'utf16le') }]),
				'trans.txt, line 1: The file is UTF-16.',
			],
			[
				'with transcripts without tabs',
				'calls.zip',
				makeZip([{ name: 'trans.txt', content: `${BOM}one.wav the first recording` }]),
				'trans.txt, line 1: The line has no tab.',
			],
		])('is stopped for training data %s', async (_what, name, content, why) => {
			const binary = { data: heldBinary('test.zip', training), known: heldBinary(name, content) };
			const options = { usedFor: 'testing', trainingDataFields: 'known' };
			const run = await upload(binary, { options });
			const { message, description } = run.error as Error & { description: string };
			expect(message).toBe(
				`'test.zip' was not uploaded. The training data '${name}' could not be compared: ${why}`,
			);
			expect(description).toMatch(/\. Or remove it from 'Compare With Training Data'\.$/m);
			expect(emulator.requests()).toEqual([]);
		});

		it('is uploaded with a warning that its training data could not be compared', async () => {
			const known = heldBinary('words.txt', ' ');
			const binary = { data: heldBinary('test.zip', training), known };
			const options = { usedFor: 'testing', trainingDataFields: 'known', validate: 'warn' };
			const run = await upload(binary, { options });
			const what =
				"The training data 'words.txt' could not be compared: The file contains no text.";
			expect(run.outputs[0][0].json).toMatchObject({
				testDataset: { status: 'Succeeded', check: { findingCount: 1, findings: [{ what }] } },
			});
			expect(hintsOf(run)).toContain(`'test.zip' has 1 finding. ${what}`);
		});

		it.each([
			[
				'that it shares',
				'the first recording',
				/The text of the line is also in the training data/,
			],
			['of its own', 'something else', undefined],
		])('is compared with a text without byte order mark: lines %s', async (_what, line, told) => {
			const known = heldBinary('training.txt', `${line}\n`);
			const binary = { data: heldBinary('test.zip', training), known };
			const options = { usedFor: 'testing', trainingDataFields: 'known', addByteOrderMark: false };
			const run = await upload(binary, { options });
			expect(run.error?.message ?? '').toMatch(told ?? /^$/);
		});

		it('of the same run is compared as well', async () => {
			const items = [
				{
					json: { locale: 'en-US', use: 'training' },
					binary: { data: heldBinary('a.zip', training) },
				},
				{
					json: { locale: 'en-US', use: 'testing' },
					binary: { data: heldBinary('b.zip', shared) },
				},
			];
			const options = { usedFor: '={{ $json.use }}' };
			const run = await upload({}, { options }, { items, onError: 'continueErrorOutput' });
			expect(run.outputs[0]).toHaveLength(1);
			expect(run.outputs[1][0].json.error).toContain(
				"one.wav: The audio is also in the training data 'a'.",
			);
		});
	});

	describe('lines the service rejects', () => {
		const good = Array.from({ length: 8 }, (_, index) => `sentence number ${'abcdefgh'[index]}`);
		const few = `${BOM}${good.join('\n')}\nsee https://example.com\n`;
		const many = `${BOM}good\nsee https://example.com\nyes yes yes yes\n`;

		it.each(['entries', 'entriesAsString', 'byName', 'jsonLines'] as const)(
			'are told with what they say when the report has %s, and what was taken is not',
			async (datasetReport) => {
				emulator.setQuirks({ datasetReport });
				const run = await uploadText(few, { mostRejectedPercent: 20 });
				const { rejectedLines } = datasetOf(run).import as { rejectedLines: Json[] };
				expect(rejectedLines).toHaveLength(1);
				expect(rejectedLines[0]).toMatchObject({
					reason: expect.stringMatching(/./),
					inputText: few.trim().split('\n').pop(),
				});
			},
		);

		it('are told with their numbers and reasons, read without the key', async () => {
			const run = await uploadText(few, { mostRejectedPercent: 20 });
			expect(datasetOf(run)).toMatchObject({
				acceptedLineCount: 8,
				import: {
					rejectedLineCount: 1,
					rejectedPercent: 11.11,
					rejectedLines: [{ line: 9, file: null, reason: expect.stringMatching(/./) }],
				},
				check: { findingCount: 0, notes: [{ line: 9 }] },
			});
			const reads = emulator.requests({ area: 'content' });
			expect(reads).toEqual([expect.objectContaining({ status: 200, credentials: 'none' })]);
			expect(JSON.stringify(run.outputs)).not.toContain('sig=');
		});

		it('fail the item when there are more than 10 percent of them', async () => {
			const run = await uploadText(many);
			expect(run.error?.message).toBe(
				"The service rejected 2 of 3 lines (66.67%) of dataset 'plain', more than the 10% in 'Maximum Rejected Lines (%)'.",
			);
			expect((run.error as { description?: string }).description).toMatch(
				/^Line 2: .+\nLine 3: .+\nFix the lines, and upload the file again\./,
			);
		});

		it('leave the dataset with the item that failed', async () => {
			const binary = { data: heldBinary('plain.txt', many) };
			const run = await upload(binary, {}, { onError: 'continueErrorOutput' });
			expect(run.outputs[1][0].json).toMatchObject({
				note: 'kept',
				error: expect.stringContaining('Line 2: '),
				details: { dataset: { rejectedLineCount: 2 }, wait: { outcome: 'failed' } },
			});
		});

		it.each(['counts', 'unreadable', 'absent'] as const)(
			'are counted when the report does not tell them (%s)',
			async (datasetReport) => {
				emulator.setQuirks({ datasetReport });
				const run = await uploadText(few, { mostRejectedPercent: 20 });
				expect(datasetOf(run)).toMatchObject({
					import: { rejectedLineCount: 1, rejectedLines: null },
				});
			},
		);
	});

	describe('without waiting', () => {
		it('gives the dataset as it is after the upload', async () => {
			const binary = { data: heldBinary('a.txt', SENTENCES) };
			const run = await upload(binary, { waitUntilProcessed: false });
			expect(run.outputs[0][0].json).toMatchObject({
				dataset: { import: null, kind: 'Language' },
				summary: expect.stringMatching(/was uploaded \(42 bytes\); its status is \w+\.$/),
			});
			expect(run.outputs[0][0].json).not.toHaveProperty('wait');
		});
	});

	it('gives the entity as the service sent it when it is not to be simplified', async () => {
		const run = await upload({ data: heldBinary('a.txt', SENTENCES) }, { simplify: false });
		expect(datasetOf(run)).toMatchObject({ self: expect.any(String), properties: {} });
		expect(datasetOf(run)).not.toHaveProperty('import');
	});
});
