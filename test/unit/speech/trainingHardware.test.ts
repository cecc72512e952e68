import { SPEECH_REGIONS, hasTrainingHardware } from '../../../nodes/shared/speech/trainingHardware';

describe('training hardware', () => {
	it.each([
		['westeurope', true],
		['eastus', true],
		['germanywestcentral', false],
		['brazilsouth', false],
		['usgovvirginia', null],
		['', null],
	])('in %j: %s', (region, expected) => {
		expect(hasTrainingHardware(region)).toBe(expected);
	});
});

describe('the regions to choose from', () => {
	it('are sorted, named once, and all known', () => {
		expect(SPEECH_REGIONS).toEqual([...new Set(SPEECH_REGIONS)].sort());
		expect(SPEECH_REGIONS.map(hasTrainingHardware)).not.toContain(null);
	});
});
