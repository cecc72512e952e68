import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { defined } from '../support/defined';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runWorkflow } from '../support/engine';
import { ownSamples } from '../support/samples.mts';
import { heldBinary } from '../support/storedBinary.mts';
import { byId } from '../support/locator';

const TEST_DATA = 'testing-audio.zip';
const contentOf = (name: string) => defined(ownSamples().find(({ path }) => path === name)).content;

describe('a model of the sample data', () => {
	let emulator: Emulator;
	afterEach(async () => {
		await emulator.close();
	});

	// What is filled in is what a person has to choose; the rest is as the nodes propose it.
	it.each(['plain-text.txt', 'structured-text.md', 'pronunciation.txt', 'training-audio.zip'])(
		'trained with %s is better than the one in use, and is deployed',
		async (trainingData) => {
			emulator = await freshEmulator({ seed: 'demo', speed: 100_000 });
			const live = defined(
				emulator.list('endpoints').find(({ displayName }) => displayName === 'Retail live'),
			);
			const endpointId = byId(live.id);
			const run = await runWorkflow({
				credentials: credentialsFor(emulator),
				items: [
					{
						json: { locale: 'en-US' },
						binary: {
							data: heldBinary(trainingData, contentOf(trainingData)),
							testData: heldBinary(TEST_DATA, contentOf(TEST_DATA)),
						},
					},
				],
				nodes: [
					{ node: new UploadDataset() },
					{
						node: new UploadDataset(),
						name: 'Upload Test Data',
						parameters: {
							binaryPropertyName: 'testData',
							options: { usedFor: 'testing', trainingDataFields: 'data' },
						},
					},
					{ node: new SelectBaseline() },
					{ node: new TrainModel() },
					{ node: new WaitForTraining() },
					{ node: new TestModel(), parameters: { endpointId } },
					{ node: new DeployModel(), parameters: { endpointId } },
				],
			});
			expect(run.error).toBeUndefined();
			const [[{ json }]] = run.of('Deploy Model').outputs;
			expect(json).toMatchObject({
				test: {
					better: true,
					verdict: 'better',
					reference: {
						displayName: 'Retail en-US',
						wordErrorRate: expect.closeTo(0.08, 3) as number,
					},
					candidate: { wordErrorRate: expect.closeTo(0.065, 3) as number },
				},
				endpoint: { displayName: 'Retail live', changed: true, verified: true },
			});
		},
	);
});
