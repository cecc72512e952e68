import { defaultModelName } from '../../../nodes/TrainModel/plan/modelName';

describe('the name of a model that was given none', () => {
	it.each<[string, [string | null, string, string | null], string]>([
		[
			'of a new one says locale and base',
			[null, 'en-US', '20260912'],
			'Custom model en-US (base 20260912)',
		],
		['of a new one without a base says the locale', [null, 'de-DE', null], 'Custom model de-DE'],
		[
			'of a retrained one keeps its name',
			['Retail', 'en-US', '20260912'],
			'Retail (base 20260912)',
		],
		['of a retrained one without a base is the same', ['Retail', 'en-US', null], 'Retail'],
		[
			'gathers no endings over the years',
			['Retail (base 20250912)', 'en-US', '20260912'],
			'Retail (base 20260912)',
		],
		[
			'loses an old ending when the service chooses',
			['Retail (base 20250912)', 'en-US', null],
			'Retail',
		],
		[
			'keeps other brackets',
			['Retail (north)', 'en-US', '20260912'],
			'Retail (north) (base 20260912)',
		],
		[
			'takes the release date of a longer base name',
			[null, 'en-US', '20260912 Whisper large'],
			'Custom model en-US (base 20260912)',
		],
		[
			'takes another base name without its brackets',
			[null, 'en-US', 'Whisper (preview)'],
			'Custom model en-US (base Whisper preview)',
		],
		[
			'takes a base name that does not begin with its date as it is',
			[null, 'en-US', 'Whisper 20260912'],
			'Custom model en-US (base Whisper 20260912)',
		],
		[
			'ends right after a base name whose last brackets are empty',
			[null, 'en-US', 'Whisper ()'],
			'Custom model en-US (base Whisper)',
		],
	])('%s', (_name, facts, expected) => {
		expect(defaultModelName(...facts)).toBe(expected);
	});

	it.each(['20260912', 'Whisper (preview) (v2)'])(
		'is stable when retrained from %s again',
		(base) => {
			const first = defaultModelName('Retail', 'en-US', base);
			expect(defaultModelName(first, 'en-US', base)).toBe(first);
		},
	);
});
