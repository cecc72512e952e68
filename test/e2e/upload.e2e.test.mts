import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { EmulatorControl } from '../../playground/emulator/emulatorControl.mts';
import { count, object, text } from '../../playground/json.mts';
import type { StoredCredential } from '../../playground/n8n/credential.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { followExecution, itemsOf } from '../../playground/workflows/followExecution.mts';
import { workflows } from '../../playground/paths.mts';
import { runOnSchedule } from '../../playground/workflows/runOnSchedule.mts';
import { storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import { uploadWorkflow } from '../../playground/workflows/uploadWorkflow.mts';
import { BAD_FILES } from '../support/badFiles.mts';
import { defined } from '../support/defined';
import { emulatorControl } from './support/emulatorControl.mts';
import { nodeResult } from './support/nodeResult.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';
import { byId } from '../support/locator.ts';

const MIB = 1024 * 1024;
const LOCALE = { locale: byId('en-US') };
const sha256 = (content: Buffer) => crypto.createHash('sha256').update(content).digest('hex');

const contentHash = object<{ size: number; sha256: string }>({ size: count, sha256: text });

describe('Upload Dataset in n8n', () => {
	let session: N8nSession;
	let control: EmulatorControl;
	let credential: StoredCredential;
	let folder: string;

	beforeAll(async () => {
		session = ownerSession();
		control = emulatorControl();
		credential = sharedPlayground().credential;
		// The one folder n8n lets workflows read from.
		folder = path.join(sharedPlayground().userFolder, '.n8n-files');
		for (const collection of ['datasets', 'models'] as const) {
			await control.outcome({ collection, durationMs: 1_000 });
		}
	});

	afterEach(async () => {
		await control.clearFaults();
	});

	const put = (name: string, content: Buffer | string) => {
		const file = path.join(folder, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, content);
		return file;
	};
	const run = async (files: string, more: Parameters<typeof uploadWorkflow>[2]) => {
		const workflow = await storeWorkflow(session, uploadWorkflow(credential, files, more));
		const id = await runOnSchedule(session, workflow);
		return await followExecution(session, id);
	};
	const heldBy = async ({ id }: { id: string }) =>
		contentHash(await control.get(`/entities/datasets/${id}/content/hash`));

	test('uploads sample data, which is trained on and waited for, byte by byte the same', async () => {
		const sample = fs.readFileSync(path.join(workflows, 'sample-data', 'training-audio.zip'));
		const execution = await run(put('samples/training-audio.zip', sample), {
			upload: { parameters: LOCALE },
			after: [
				{ name: 'Train Model', type: 'trainModel', parameters: {} },
				{ name: 'Wait For Training', type: 'waitForTraining', parameters: {} },
			],
		});
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		const [item] = itemsOf(execution, 'Wait For Training');
		const dataset = defined(nodeResult(item).dataset);
		expect(item).toMatchObject({
			dataset: { kind: 'Acoustic', status: 'Succeeded', import: { rejectedLineCount: 0 } },
			model: { status: 'Succeeded', datasetIds: [dataset.id] },
		});
		expect(await heldBy(dataset)).toMatchObject({ sha256: sha256(sample) });
	});

	test('sends 20 MiB in three blocks, and after a fault only the one that failed again', async () => {
		const words = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
		const line = (number: number) =>
			`order ${words[number % 26]} ${words[(number >> 5) % 26]} ${number}`.padEnd(31, ' now') +
			'\n';
		const lines = Array.from({ length: (20 * MIB) / 32 }, (_, number) => line(number));
		const content = Buffer.from(`\ufeff${lines.join('')}`).subarray(0, 20 * MIB);
		await control.forgetRequests();
		await control.fault({ kind: 'dropBefore', method: 'PUT', path: '/blocks', skip: 1 });
		const parameters = {
			...LOCALE,
			// What the lines are worth is not what this is about.
			options: { mostRejectedPercent: 100 },
		};
		const execution = await run(put('large.txt', content), { upload: { parameters } });
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		const sent = (await control.requests())
			.filter(({ method }) => method === 'PUT')
			.map(({ query }) => query?.blockid);
		expect(sent).toHaveLength(4);
		expect(new Set(sent).size).toBe(3);
		const dataset = defined(nodeResult(itemsOf(execution, 'Upload Dataset')[0]).dataset);
		expect(await heldBy(dataset)).toMatchObject({ size: 20 * MIB, sha256: sha256(content) });
	});

	test('stops bad files, each with its line and reason, and asks nothing of the service', async () => {
		for (const [name, content] of BAD_FILES) put(`bad/${name}`, content);
		await control.forgetRequests();
		const execution = await run(path.join(folder, 'bad', '*'), {
			upload: { parameters: LOCALE, onError: 'continueErrorOutput' },
		});
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		const bad = itemsOf(execution, 'Upload Dataset', 1);
		expect(execution.outputs['Upload Dataset']?.[0]).toEqual([]);
		const told = Object.fromEntries(bad.map(({ fileName, error }) => [text(fileName), error]));
		for (const [name, , reason] of BAD_FILES) {
			expect([name, told[name]]).toEqual([name, expect.stringMatching(reason)]);
		}
		expect(await control.requests('all')).toEqual([]);
	});
});
