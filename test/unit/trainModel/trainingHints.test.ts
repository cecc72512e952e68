import { noEndpointsHint, trainingHints } from '../../../nodes/TrainModel/trainingHints';
import { baseModel, customModel } from '../entities';

const NOTHING = { baseName: null, charged: false, region: null };
const hints = (changes: Partial<Parameters<typeof trainingHints>[0]>) =>
	trainingHints({ ...NOTHING, ...changes });

describe('the hints before a long wait', () => {
	it('are none when there is nothing to know', () => {
		expect(hints({ baseName: '20260912', region: 'westeurope' })).toEqual([]);
	});

	it('name the cost', () => {
		expect(hints({ charged: true, baseName: '20260912' })).toEqual([
			"Azure charges for training from base model '20260912'.",
		]);
		expect(hints({ charged: true })).toEqual(['Azure charges for training.']);
	});

	it.each<[string, string | null, boolean]>([
		['in a region without hardware', 'germanywestcentral', true],
		['in a region with hardware', 'westeurope', false],
		['in a region nobody knows', 'newzealandnorth', false],
		['behind a custom domain', null, false],
	])('warn, or not, %s, whatever the data', (_name, region, warned) => {
		const found = hints({ region });
		expect(found).toHaveLength(warned ? 1 : 0);
		if (!warned) return;
		expect(found[0]).toContain(`'${region}'`);
		expect(found[0]).toMatch(/must be trained in a region that has it and can be copied/);
		expect(found[0]).toMatch(/can be copied/);
		expect(found[0]).toMatch(/Older pages say only that training with audio is slower/);
	});
});

describe('the hint on a model for batch transcription only', () => {
	const features = (supportsEndpoints: unknown) =>
		customModel({ properties: { features: { supportsEndpoints: supportsEndpoints as boolean } } });

	it.each([
		['its own features', features(false), null],
		['its own features, whatever its base', features(false), baseModel({ endpoints: true })],
		['its base model', customModel(), baseModel({ endpoints: false })],
		['its base model, when its own are no answer', features(null), baseModel({ endpoints: false })],
	])('is told by %s', (_name, model, base) => {
		expect(noEndpointsHint(model, base)).toMatch(
			/^Model 'Retail en-US' is for batch transcription only and cannot be deployed to an endpoint.*\.$/,
		);
	});

	it('says that the base model is to blame, when that is known', () => {
		const batchOnly =
			"Model 'Retail en-US' is for batch transcription only and cannot be deployed to an endpoint";
		expect(noEndpointsHint(features(false), null)).toBe(`${batchOnly}.`);
		expect(noEndpointsHint(customModel(), baseModel({ endpoints: false }))).toBe(
			`${batchOnly}, because it is trained from base model '20260912'.`,
		);
	});

	it.each([
		['nothing is told', customModel(), null],
		['its base does not tell', customModel(), baseModel()],
		['the answer is no answer', features('false'), baseModel({ endpoints: 'false' })],
		['an endpoint can serve it', features(true), baseModel({ endpoints: false })],
	])('is left out when %s', (_name, model, base) => {
		expect(noEndpointsHint(model, base)).toBeNull();
	});
});
