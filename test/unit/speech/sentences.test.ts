import { checkProjectLocale } from '../../../nodes/shared/speech/projectLocale';
import { shortAudioFiles } from '../../../nodes/shared/speech/shortAudio';
import { asSentence, counted, named, withArticle } from '../../../nodes/shared/speech/text';
import { leftTwin, twinSentence, type Twin } from '../../../nodes/shared/speech/twins';
import { project, uuid } from '../entities';
import { inputErrorOf, thrownBy } from '../failures';

describe('the end of a sentence', () => {
	it.each([
		['It broke', 'It broke.'],
		['It broke.', 'It broke.'],
		['It broke!', 'It broke!'],
		['Why?', 'Why?'],
		['and so on…', 'and so on…'],
		['3.5 of 4', '3.5 of 4.'],
	])('of %j is %j', (text, sentence) => {
		expect(asSentence(text)).toBe(sentence);
	});
});

describe('a noun', () => {
	it.each([
		['model', 'a model'],
		['endpoint', 'an endpoint'],
		['base model', 'a base model'],
	])('%s is %s', (noun, words) => {
		expect(withArticle(noun)).toBe(words);
	});

	it.each([
		[0, '0 datasets'],
		[1, '1 dataset'],
		[2, '2 datasets'],
	])('of which there are %i is counted: %s', (count, words) => {
		expect(counted(count, 'dataset')).toBe(words);
	});

	it('may have a plural of its own', () => {
		expect([counted(1, 'entry', 'entries'), counted(3, 'entry', 'entries')]).toEqual([
			'1 entry',
			'3 entries',
		]);
	});
});

describe('names in a sentence', () => {
	it.each([
		[['A'], 'A'],
		[['A', 'B', 'C'], 'A, B, C'],
		[['A', 'B', 'C', 'D'], 'A, B, C and 1 more'],
		[['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 more'],
	])('are three at most: %j', (names, words) => {
		expect(named(names)).toBe(words);
	});
});

describe('a project', () => {
	it.each(['en-US', 'EN-us'])('takes what has its locale: %s', (locale) => {
		expect(
			thrownBy(() => {
				checkProjectLocale(project(), locale, 'the model has');
			}),
		).toBeUndefined();
	});

	it('refuses what has another one, naming both', () => {
		const error = inputErrorOf(() => {
			checkProjectLocale(project(), 'de-DE', 'the model has');
		});
		expect(error.message).toBe("Project 'Retail' has the locale en-US, but the model has de-DE.");
		expect(error.advice).toBe("In 'Project', choose a project with the same locale, or none.");
	});
});

describe('how many short audio files a dataset has', () => {
	it.each([
		['0', 0],
		['3', 3],
		['999999999', 999_999_999],
		['1000000000', null],
		['', null],
		['-1', null],
		['3 files', null],
		['about 3', null],
		[undefined, null],
	])('is read from its property %j: %j', (text, expected) => {
		const properties = { ...(text !== undefined && { n8nAudioFilesUpTo40s: text }) };
		expect(shortAudioFiles(properties)).toBe(expected);
	});

	it('is not known without properties', () => {
		expect(shortAudioFiles(undefined)).toBeNull();
	});
});

describe('what a person is told of a twin', () => {
	const twin = (fate: Twin['fate'], collection: Twin['collection'] = 'models'): Twin => ({
		collection,
		id: uuid(8),
		fate,
	});
	const kept = 'The same job was started twice at the same time: the oldest custom model was kept';
	const left = `the duplicate (ID ${uuid(8)}) remains because it cannot be deleted now`;

	it.each<[Twin['fate'], string]>([
		['deleted', `${kept}, and the duplicate (ID ${uuid(8)}) was deleted.`],
		[
			'marked',
			`${kept}; ${left}. A later run of this node deletes it after it has finished and if nothing uses it.`,
		],
		[
			'unmarked',
			`${kept}; ${left}, and it could not be marked for a later run. Delete it after it has finished.`,
		],
	])('fits its fate: %s', (fate, sentence) => {
		expect(twinSentence(twin(fate))).toBe(sentence);
	});

	it('names what was started', () => {
		expect(twinSentence(twin('deleted', 'evaluations'))).toContain('the oldest test was kept');
	});

	it.each<[Twin | null | undefined, object]>([
		[twin('marked'), { twin: uuid(8) }],
		[twin('unmarked'), { twin: uuid(8) }],
		[twin('deleted'), {}],
		[null, {}],
		[undefined, {}],
	])('is its id as long as it is there: %j', (one, fields) => {
		expect(leftTwin(one)).toEqual(fields);
	});
});
