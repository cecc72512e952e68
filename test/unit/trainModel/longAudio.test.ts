import { longAudioHints } from '../../../nodes/TrainModel/plan/longAudio';
import { dataset } from '../entities';
import { HOLES } from '../failures';

const calls = (
	durationMilliseconds: number | undefined,
	acceptedLineCount: number | undefined,
	shortFiles?: string,
	kind = 'Acoustic',
) =>
	dataset({
		displayName: 'Calls',
		kind,
		properties: { durationMilliseconds, acceptedLineCount },
		...(shortFiles !== undefined && { customProperties: { n8nAudioFilesUpTo40s: shortFiles } }),
	});

describe('the hint on audio that is too long to train with', () => {
	it.each<[string, ReturnType<typeof calls>, RegExp]>([
		['over 40 s on average', calls(410_000, 10), /'Calls' are 41 seconds long on average/],
		['audio alone', calls(900_000, 10, undefined, 'AudioFiles'), /90 seconds long on average/],
		['a property that is no number', calls(900_000, 10, 'many'), /90 seconds long on average/],
		['no short file at all', calls(410_000, 10, '0'), /^Every audio file of dataset 'Calls'/],
	])('is given for %s', (_name, one, hint) => {
		const [found, ...others] = longAudioHints([dataset(), one]);
		expect(others).toEqual([]);
		expect(found).toMatch(hint);
		expect(found).not.toMatch(HOLES);
	});

	it.each([
		['40 s on average', calls(400_000, 10)],
		['short files that were counted', calls(900_000, 10, '1')],
		['no count of lines', calls(900_000, undefined)],
		['a count of none', calls(900_000, 0)],
		['no length', calls(undefined, 10)],
		['text', calls(900_000, 10, undefined, 'Language')],
		['no properties', dataset({ kind: 'Acoustic', properties: undefined })],
		[
			'null for its custom properties',
			dataset({ kind: 'Acoustic', customProperties: null as never }),
		],
	])('is left out for %s', (_name, one) => {
		expect(longAudioHints([one])).toEqual([]);
	});
});
