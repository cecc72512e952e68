import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeRun, type NodeTest } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';
import { heldBinary } from '../support/storedBinary.mts';

const EXECUTIONS = 20;
const SENTENCES = '\ufeffthe first sentence\nthe second sentence\n';
/** Looks again soon, so that a node is done when its last request is. */
const often = { options: { checkEverySeconds: 1 } };

describe('a resource that takes 100 requests in 10 seconds', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000, rateLimit: true });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	/** One execution of each node, on things of its own. */
	function everything(number: number): NodeTest[] {
		const [old, model] = ['old', 'new'].map((age) =>
			putModel(emulator, resource, 700, { displayName: `Retail ${age} ${number}` }),
		);
		const endpoint = emulator.put('endpoints', { displayName: `Live ${number}`, model: old.id });
		const testDataset = emulator.put('datasets', { displayName: 'Calls', kind: 'Acoustic' });
		const trained = { baseModel: { id: resource.baseId }, datasets: resource.datasetIds };
		const of = (id: unknown) => ({ id: String(id) });
		return [
			{ node: new SelectBaseline(), items: [{ json: { locale: 'en-US' } }] },
			{ node: new CheckExpiration() },
			{
				node: new TrainModel(),
				items: [{ json: trained }],
				parameters: { displayName: `Trained ${number}` },
			},
			{ node: new WaitForTraining(), items: [{ json: { model: of(model.id) } }] },
			{
				node: new UploadDataset(),
				items: [
					{
						json: { locale: 'en-US' },
						binary: { data: heldBinary(`${number}.txt`, `${SENTENCES}and number ${number}\n`) },
					},
				],
				parameters: often,
			},
			{
				node: new TestModel(),
				items: [
					{
						json: {
							model: of(model.id),
							endpoint: of(endpoint.id),
							testDataset: of(testDataset.id),
						},
					},
				],
				parameters: often,
			},
			{
				node: new DeployModel(),
				items: [{ json: { model: of(model.id), endpoint: of(endpoint.id) } }],
				parameters: often,
			},
		];
	}

	it('never answers 429 to 20 executions of every node at once', async () => {
		const credentials = credentialsFor(emulator);
		const tests = Array.from({ length: EXECUTIONS }, (_, number) => everything(number)).flat();
		const runs = await Promise.all(
			tests.map(async (test) => await runNode({ ...test, credentials })),
		);
		const failed = (run: NodeRun) => run.error !== undefined || run.status !== 'success';
		expect(runs.filter(failed)).toEqual([]);
		const logged: Array<{ status: number | null }> = emulator.requests();
		const answers = logged.map(({ status }) => status);
		expect(answers.length).toBeGreaterThan(300);
		expect(answers).not.toContain(429);
	}, 240_000);
});
