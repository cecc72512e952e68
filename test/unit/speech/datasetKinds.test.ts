import { datasetKindOptions } from '../../../nodes/shared/n8n/datasetKindOptions';
import { kindName, kindNamed, kindNames } from '../../../nodes/shared/speech/datasetKinds';
import { DATASET_KINDS } from '../../../nodes/shared/speech/entities';

const NAMES = [
	['Acoustic', 'Audio + Human-Labeled Transcript'],
	['AudioFiles', 'Audio Only'],
	['Language', 'Plain Text'],
	['LanguageMarkdown', 'Structured Text'],
	['OutputFormatting', 'Output Format'],
	['Pronunciation', 'Pronunciation'],
] as const;

describe('a kind of dataset', () => {
	it.each(NAMES)('%s is called %s, as in the field', (kind, name) => {
		expect(kindName(kind)).toBe(name);
		expect(datasetKindOptions.find(({ value }) => value === kind)?.name).toBe(name);
	});

	it('has a name each', () => {
		expect(NAMES.map(([kind]) => kind)).toEqual(DATASET_KINDS);
		expect(datasetKindOptions).toHaveLength(DATASET_KINDS.length);
	});

	it('that is new at the service keeps its own', () => {
		expect(kindName('Telepathy')).toBe('Telepathy');
		expect(kindName('constructor')).toBe('constructor');
		expect(kindNamed('Telepathy')).toBeNull();
	});

	it.each(NAMES)('%s is meant by either name, in any case', (kind, name) => {
		for (const text of [kind, name, name.toUpperCase(), ` ${kind.toLowerCase()} `]) {
			expect(kindNamed(text)).toBe(kind);
		}
	});

	it.each(['', 'text', 'detect', 'Audio'])('is not meant by %j', (text) => {
		expect(kindNamed(text)).toBeNull();
	});

	it('is one of several in a sentence', () => {
		expect(kindNames([])).toBe('');
		expect(kindNames(['Language', 'Acoustic'])).toBe(
			'Plain Text, Audio + Human-Labeled Transcript',
		);
		expect(kindNames(['AudioFiles', 'New'], ' or ')).toBe('Audio Only or New');
	});
});
