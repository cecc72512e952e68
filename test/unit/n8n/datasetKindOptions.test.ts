import { datasetKindOptions } from '../../../nodes/shared/n8n/datasetKindOptions';
import { DATASET_KINDS } from '../../../nodes/shared/speech/entities';

describe('the kinds of dataset to choose from', () => {
	it('are all there are, in the order of the names a person reads', () => {
		const names = datasetKindOptions.map(({ name }) => name);
		expect(names).toEqual([...names].sort());
		expect(datasetKindOptions.map(({ value }) => value).sort()).toEqual([...DATASET_KINDS].sort());
	});
});
