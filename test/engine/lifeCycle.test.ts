import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runWorkflow } from '../support/engine';
import { defined } from '../support/defined';
import { sentWith } from '../support/sentRequests';

interface Case {
	model: { id: string; displayName: string; status: string; baseModelId: string };
	baseModel: { id: string };
	wait: { outcome: string; checks: number };
	summary: string;
}

describe('the retraining row, with no field filled in', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'demo', speed: 2000 });
	});
	afterEach(async () => {
		await emulator.close();
	});

	const retrain = async () =>
		await runWorkflow({
			nodes: [
				{ node: new CheckExpiration() },
				{ node: new SelectBaseline() },
				{ node: new TrainModel() },
				{ node: new WaitForTraining() },
			],
			credentials: credentialsFor(emulator),
		});

	it('finds the expiring model, retrains it on the newest base model that fits, and reports', async () => {
		const run = await retrain();
		expect(run.status).toBe('success');
		const [[{ json }]] = run.of('Wait For Training').outputs;
		const { model, baseModel, wait, summary } = json as unknown as Case;
		expect(wait.outcome).toBe('succeeded');
		expect(model.baseModelId).toBe(baseModel.id);
		expect(emulator.get('models', model.id)).toMatchObject({
			displayName: model.displayName,
			status: 'Succeeded',
		});
		expect(summary).toMatch(
			/^Model 'Retail en-US \(base \d{8}\)' was trained in 40 min from base \d{8}; usable until \d{4}-\d\d-\d\d\.$/,
		);
	});

	it('leaves the healthy model on the other output', async () => {
		const run = await retrain();
		const [needsRetraining, stillFine] = run.of('Check Expiration').outputs;
		const names = (items: typeof stillFine) =>
			items.map(({ json }) => (json as unknown as Case).model.displayName);
		expect(names(needsRetraining)).toEqual(['Retail en-US']);
		expect(names(stillFine)).toEqual(['Returns en-US']);
	});

	it('trains only once, however often the whole row is run again', async () => {
		await retrain();
		const before = emulator.list('models').length;
		const again = await retrain();
		expect(again.of('Train Model').outputs[0][0].json).toMatchObject({ model: { reused: true } });
		expect(emulator.list('models')).toHaveLength(before);
		const posts = sentWith(emulator, 'POST');
		expect(posts).toHaveLength(1);
	});

	it('knows a model that was retrained and is no longer in use as one that needs nothing', async () => {
		await retrain();
		for (const endpoint of emulator.list('endpoints')) emulator.remove('endpoints', endpoint.id);
		const run = await retrain();
		expect(run.of('Check Expiration').outputs[0]).toEqual([]);
		const old = run
			.of('Check Expiration')
			.outputs[1].find(
				({ json }) => (json as unknown as Case).model.displayName === 'Retail en-US',
			);
		expect(defined(old).json.summary).toContain("it was retrained as 'Retail en-US (base");
	});
});
