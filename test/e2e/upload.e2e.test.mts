import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { followExecution } from '../../playground/lib/followExecution.mts';
import { workflows } from '../../playground/lib/paths.mts';
import { runOnSchedule } from '../../playground/lib/runOnSchedule.mts';
import { storeWorkflow } from '../../playground/lib/storeWorkflow.mts';
import { uploadWorkflow } from '../../playground/lib/uploadWorkflow.mts';
import { BAD_FILES } from '../support/badFiles.mts';
import { emulatorControl } from './support/emulatorControl.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';

const MIB = 1024 * 1024;
const LOCALE = { locale: { __rl: true, mode: 'id', value: 'en-US' } };
const sha256 = (content) => crypto.createHash('sha256').update(content).digest('hex');

describe('Upload Dataset in n8n', () => {
	let session;
	let control;
	let credential;
	let folder;

	beforeAll(async () => {
		session = await ownerSession();
		control = emulatorControl();
		credential = sharedPlayground().credential;
		// The one folder n8n lets workflows read from.
		folder = path.join(sharedPlayground().userFolder, '.n8n-files');
		for (const collection of ['datasets', 'models']) {
			await control.post('/outcomes', { collection, durationMs: 1_000 });
		}
	});

	afterEach(async () => await control.remove('/faults'));

	const put = (name, content) => {
		const file = path.join(folder, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, content);
		return file;
	};
	const run = async (files, more) => {
		const workflow = await storeWorkflow(session, uploadWorkflow(credential, files, more));
		const id = await runOnSchedule(session, workflow);
		return await followExecution(session, id);
	};
	const heldBy = async ({ id }) => await control.get(`/entities/datasets/${id}/content/hash`);

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
		const [item] = execution.outputs['Wait For Training'].flat();
		expect(item).toMatchObject({
			dataset: { kind: 'Acoustic', status: 'Succeeded', import: { rejectedLineCount: 0 } },
			model: { status: 'Succeeded', datasetIds: [item.dataset.id] },
		});
		expect(await heldBy(item.dataset)).toMatchObject({ sha256: sha256(sample) });
	});

	test('sends 20 MiB in three blocks, and after a fault only the one that failed again', async () => {
		const words = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
		const line = (number) =>
			`order ${words[number % 26]} ${words[(number >> 5) % 26]} ${number}`.padEnd(31, ' now') +
			'\n';
		const lines = Array.from({ length: (20 * MIB) / 32 }, (_, number) => line(number));
		const content = Buffer.from(`\ufeff${lines.join('')}`).subarray(0, 20 * MIB);
		await control.remove('/requests');
		await control.post('/faults', { kind: 'dropBefore', method: 'PUT', path: '/blocks', skip: 1 });
		const parameters = {
			...LOCALE,
			// What the lines are worth is not what this is about.
			options: { mostRejectedPercent: 100 },
		};
		const execution = await run(put('large.txt', content), { upload: { parameters } });
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		const sent = (await control.get('/requests'))
			.filter(({ method }) => method === 'PUT')
			.map(({ query }) => query.blockid);
		expect(sent).toHaveLength(4);
		expect(new Set(sent).size).toBe(3);
		const [{ dataset }] = execution.outputs['Upload Dataset'].flat();
		expect(await heldBy(dataset)).toMatchObject({ size: 20 * MIB, sha256: sha256(content) });
	});

	test('stops bad files, each with its line and reason, and asks nothing of the service', async () => {
		for (const [name, content] of BAD_FILES) put(`bad/${name}`, content);
		await control.remove('/requests');
		const execution = await run(path.join(folder, 'bad', '*'), {
			upload: { parameters: LOCALE, onError: 'continueErrorOutput' },
		});
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		const [good, bad] = execution.outputs['Upload Dataset'];
		expect(good).toEqual([]);
		const told = Object.fromEntries(bad.map(({ fileName, error }) => [fileName, error]));
		for (const [name, , reason] of BAD_FILES) {
			expect([name, told[name]]).toEqual([name, expect.stringMatching(reason)]);
		}
		expect(await control.get('/requests?area=all')).toEqual([]);
	});
});
