import { createHash } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';

import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { contentOfDataset } from '../support/datasetContent';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { ownSamples } from '../support/samples.mts';
import { storedBinary } from '../support/storedBinary.mts';

type Json = INodeExecutionData['json'];

/** The kind of a sample, by what it is called. */
const KINDS: Array<[RegExp, string]> = [
	[/(trans|audio)[^/\\]*\.zip$/, 'Acoustic'],
	[/structured[^/\\]*\.md$/, 'LanguageMarkdown'],
	[/pronunciation[^/\\]*$/, 'Pronunciation'],
	[/\.txt$/, 'Language'],
];
const BOM = Buffer.from('\ufeff');
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('the samples of this repository', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
	});
	afterAll(async () => await emulator.close());

	it.each(ownSamples())(
		'pass, arrive and are accepted: $path',
		async ({ path, locale, content }) => {
			const name = path.split(/[/\\]/).pop()!;
			const run = await runNode({
				node: new UploadDataset(),
				items: [{ json: { locale }, binary: { data: await storedBinary(name, content) } }],
				parameters: { options: { checkEverySeconds: 1 } },
				credentials: credentialsFor(emulator),
			});
			expect([run.error?.message, run.status]).toEqual([undefined, 'success']);
			const dataset = run.outputs[0][0].json.dataset as Json;
			expect(dataset).toMatchObject({
				kind: KINDS.find(([pattern]) => pattern.test(path))?.[1],
				locale,
				status: 'Succeeded',
				check: { findingCount: 0, noteCount: 0 },
				import: { rejectedLineCount: 0 },
			});
			const held = await contentOfDataset(emulator, String(dataset.id));
			const isMarked = content.subarray(0, 3).equals(BOM) || name.endsWith('.zip');
			expect(sha256(held)).toBe(sha256(isMarked ? content : Buffer.concat([BOM, content])));
		},
	);
});
