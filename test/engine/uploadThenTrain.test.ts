import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, runWorkflow } from '../support/engine';
import { putBase } from '../support/resource';
import { heldBinary, storedBinary } from '../support/storedBinary.mts';

const TEXT = '\ufeffthe first sentence\nthe second sentence\n';
const PRONUNCIATION = '\ufeffIEEE\ti triple e\n';

describe('what Upload Dataset leaves', () => {
	let emulator: Emulator;
	afterEach(async () => await emulator.close());

	it('is trained and waited for by the nodes that follow, with nothing filled in', async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
		putBase(emulator, { displayName: '20260912 test' });
		const credentials = credentialsFor(emulator);
		const parameters = { options: { checkEverySeconds: 1 } };
		const run = await runWorkflow({
			credentials,
			items: [
				{
					json: { locale: 'en-US' },
					binary: { a: heldBinary('a.txt', TEXT), b: heldBinary('b.txt', PRONUNCIATION) },
				},
			],
			nodes: [
				{
					node: new UploadDataset(),
					parameters: { ...parameters, binaryPropertyName: 'a, b' },
				},
				{ node: new TrainModel() },
				{ node: new WaitForTraining(), parameters },
			],
		});
		expect(run.error).toBeUndefined();
		const [[{ json }]] = run.of('Wait For Training').outputs;
		const ids = (json.datasets as Array<{ id: string }>).map(({ id }) => id);
		expect(ids).toHaveLength(2);
		expect(json).toMatchObject({ model: { status: 'Succeeded', datasetIds: ids } });
	});

	it('comes after a stored wait as well, for one dataset after the other', async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		const { workflow } = await runNode({
			node: new UploadDataset(),
			items: [
				{
					json: { locale: 'en-US', note: 'kept' },
					binary: {
						a: await storedBinary('a.txt', Buffer.from(TEXT)),
						b: await storedBinary('b.txt', Buffer.from(PRONUNCIATION)),
					},
				},
			],
			parameters: { binaryPropertyName: 'a,b', options: { checkEverySeconds: 120 } },
			credentials: credentialsFor(emulator),
		});
		expect(workflow.status).toBe('waiting');
		for (const { id } of emulator.list('datasets')) emulator.finish('datasets', String(id));
		let run = workflow;
		for (let looks = 0; run.status === 'waiting' && looks < 5; looks++) run = await run.resume();
		const [[{ json, binary }]] = run.of('Upload Dataset').outputs;
		expect(json).toMatchObject({
			note: 'kept',
			datasets: [
				{ displayName: 'a', status: 'Succeeded', detected: expect.any(String) },
				{ displayName: 'b', status: 'Succeeded', import: { rejectedLineCount: 0 } },
			],
			wait: { outcome: 'succeeded' },
		});
		expect(Object.keys(binary!)).toEqual(['a', 'b']);
	});

	it('is told when one of several fails', async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
		emulator.setOutcome({ collection: 'datasets', displayName: 'b', status: 'Failed' });
		const run = await runNode({
			node: new UploadDataset(),
			items: [
				{
					json: { locale: 'en-US' },
					binary: { a: heldBinary('a.txt', TEXT), b: heldBinary('b.txt', PRONUNCIATION) },
				},
			],
			parameters: { binaryPropertyName: 'a,b', options: { checkEverySeconds: 1 } },
			credentials: credentialsFor(emulator),
			onError: 'continueErrorOutput',
		});
		expect(run.outputs[0]).toEqual([]);
		expect(run.outputs[1][0].json).toMatchObject({
			error: expect.stringContaining("dataset 'b' failed"),
			details: { dataset: { displayName: 'b', status: 'Failed' }, wait: { outcome: 'failed' } },
		});
	});
});
