import { trainingHints } from '../../../nodes/TrainModel/trainingHints';

const NOTHING = { baseName: null, charged: false, datasetKinds: ['Language'], region: null };
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

	it.each<[string, string[], string | null, boolean]>([
		[
			'audio with transcripts in a region without hardware',
			['Language', 'Acoustic'],
			'germanywestcentral',
			true,
		],
		['audio alone in a region without hardware', ['AudioFiles'], 'germanywestcentral', true],
		[
			'text in a region without hardware',
			['Language', 'Pronunciation'],
			'germanywestcentral',
			false,
		],
		['audio in a region with hardware', ['Acoustic'], 'westeurope', false],
		['audio in a region nobody knows', ['Acoustic'], 'newzealandnorth', false],
		['audio behind a custom domain', ['Acoustic'], null, false],
	])('warn, or not, of %s', (_name, datasetKinds, region, warned) => {
		const found = hints({ datasetKinds, region });
		expect(found).toHaveLength(warned ? 1 : 0);
		if (warned) expect(found[0]).toContain(`'${region}'`);
	});
});
