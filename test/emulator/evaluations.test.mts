import { transcribedAudio } from './archives.mts';
import {
	call,
	contentUrlOf,
	idOf,
	ref,
	refusal,
	startEmulator,
	valuesOf,
	type AnswerBody,
	type Emulator,
	type ShownEntity,
} from './client.mts';
import type { EditsSummary } from '../../contract/types.d.ts';
import type { AnyProperties } from '../support/answer.mts';

const MINUTE = 60_000;
const RATES = ['wordErrorRate', 'sentenceErrorRate'];
const COUNTS = [
	'sentenceCount',
	'wordCount',
	'correctWordCount',
	'wordSubstitutionCount',
	'wordDeletionCount',
	'wordInsertionCount',
] as const;

type Count = (typeof COUNTS)[number];

const FIGURES = [
	...COUNTS,
	'wordErrorRate',
	'sentenceErrorRate',
	'tokenErrorRate',
	'tokenCount',
	'correctTokenCount',
	'tokenSubstitutionCount',
	'tokenDeletionCount',
	'tokenInsertionCount',
] as const;

/** The figures of one model, without the number of the model in their names. */
type Figures = Record<(typeof FIGURES)[number], number> & {
	tokenErrors: EditsSummary[];
};

/** What a result file tells of one recording. */
interface Scores extends Record<Count | 'wordErrorRate', number> {
	source: string;
	referenceText: string;
	recognizedText: string;
	recognizedPhrases: Array<{ nBest: Array<{ lexical: string; scoringResult: string }> }>;
}

/** References by the field they belong into. */
type Named = Partial<Record<'dataset' | 'model', { self: string }>>;

describe('evaluations', () => {
	let emulator: Emulator;
	let have: Record<'base' | 'model' | 'read' | 'unread', ShownEntity>;

	const transcripts = Object.fromEntries(
		Array.from({ length: 20 }, (_, index) => [
			`call ${index}.wav`,
			`Hello, caller number ${index}: what's the order you're asking about today?`,
		]),
	);

	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
		have = {
			base: emulator.put('baseModels', {}),
			model: emulator.put('models', {}),
			read: emulator.put('datasets', { kind: 'Acoustic' }),
			unread: emulator.put('datasets', { kind: 'Acoustic' }),
		};
		await emulator.putContent(have.read.id, transcribedAudio(transcripts, { seconds: 0.1 }));
	});
	afterEach(() => emulator.close());

	async function start(more?: object) {
		const body = {
			displayName: 'T',
			locale: 'en-US',
			model1: ref(have.model),
			model2: ref(have.base),
			dataset: ref(have.read),
			...more,
		};
		const answer = await call(emulator, 'POST', '/evaluations', { body });
		return idOf(answer);
	}

	function show(id: string) {
		const evaluation = emulator.get('evaluations', id);
		if (!evaluation?.properties) throw new Error(`There is no evaluation ${id}`);
		return { ...evaluation, properties: evaluation.properties };
	}

	async function finished(more?: object) {
		const id = await start(more);
		emulator.advance(10 * MINUTE);
		return show(id);
	}

	/** The figures of one model. */
	function figures(properties: AnyProperties, which: 1 | 2): Figures {
		const { tokenErrors1 = {}, tokenErrors2 = {} } = properties;
		const groups = which === 1 ? tokenErrors1 : tokenErrors2;
		const mine = Object.fromEntries(
			FIGURES.map((name) => [name, properties[`${name}${which}`] ?? NaN]),
		) as Record<(typeof FIGURES)[number], number>;
		return { ...mine, tokenErrors: Object.values<EditsSummary>({ ...groups }) };
	}

	function expectConsistent(one: Figures) {
		const { wordCount: words, wordSubstitutionCount: substituted, wordDeletionCount: lost } = one;
		const errors = substituted + lost + one.wordInsertionCount;
		expect(one.correctWordCount + substituted + lost).toBe(words);
		expect(one.wordErrorRate).toBeCloseTo(errors / words, 4);
		const { tokenCount, tokenSubstitutionCount, tokenDeletionCount, tokenInsertionCount } = one;
		const edits = tokenSubstitutionCount + tokenDeletionCount + tokenInsertionCount;
		expect(one.correctTokenCount + tokenSubstitutionCount + tokenDeletionCount).toBe(tokenCount);
		expect(one.tokenErrorRate).toBeCloseTo(edits / tokenCount, 4);
		const groups = one.tokenErrors;
		expect(groups.reduce((sum, { numberOfEdits = 0 }) => sum + numberOfEdits, 0)).toBe(edits);
		const shares = groups.reduce(
			(sum, { percentageOfAllEdits = 0 }) => sum + percentageOfAllEdits,
			0,
		);
		expect(Math.abs(shares - 100)).toBeLessThan(0.1);
	}

	async function resultFiles(id: string) {
		const files: AnswerBody[] = [];
		let next: string | null | undefined =
			`${emulator.url}/speechtotext/evaluations/${id}/files?api-version=2025-10-15`;
		while (next) {
			const answer = await fetch(next, { headers: { 'Ocp-Apim-Subscription-Key': emulator.key } });
			const page = (await answer.json()) as AnswerBody;
			files.push(...valuesOf(page));
			next = page['@nextLink'];
		}
		return files;
	}

	const contentOf = async (file: AnswerBody) => (await fetch(contentUrlOf(file))).text();
	const scoresIn = async (file: AnswerBody) => JSON.parse(await contentOf(file)) as Scores;

	it('read -1 everywhere until they have succeeded', async () => {
		const id = await start();
		const unknown = Object.fromEntries(
			[...RATES, ...COUNTS].flatMap((name) => [1, 2].map((which) => [`${name}${which}`, -1])),
		);
		expect(show(id)).toMatchObject({ status: 'NotStarted', properties: unknown });
		expect(Object.keys(show(id).properties)).toHaveLength(16);
		emulator.advance(MINUTE);
		expect(show(id)).toMatchObject({ status: 'Running', properties: unknown });
		emulator.finish('evaluations', id, 'Failed');
		expect(show(id)).toMatchObject({ status: 'Failed', properties: unknown });
		expect(show(id).properties.error?.code).toBe('InternalServerError');
		expect(await resultFiles(id)).toEqual([]);
	});

	it('measure the models against the transcripts of the dataset, always alike', async () => {
		const { properties } = await finished();
		const [custom, base] = [figures(properties, 1), figures(properties, 2)];
		expect([custom.sentenceCount, custom.wordCount]).toEqual([20, 220]);
		expect(custom.wordErrorRate).toBeCloseTo(0.065, 2);
		expect(base.wordErrorRate).toBeCloseTo(0.12, 2);
		for (const one of [custom, base]) expectConsistent(one);
		expect((await finished()).properties).toEqual(properties);
	});

	it.each([
		['2026-01-01', 0.065],
		['2025-10-01', 0.08],
		['2024-10-01', 0.095],
		['2019-10-01', 0.12],
	])('are worse the older the base of the model is: of %s', async (day, rate) => {
		const base = emulator.put('baseModels', { createdDateTime: `${day}T00:00:00Z` });
		const model = emulator.put('models', { baseModel: base.id });
		const { properties } = await finished({ model1: ref(model), dataset: ref(have.unread) });
		expect(properties).toMatchObject({ wordErrorRate1: rate, wordErrorRate2: 0.12 });
	});

	it('go on without the dataset once they were begun', async () => {
		const { id, properties } = await finished();
		expect((await call(emulator, 'DELETE', `/datasets/${have.read.id}`)).status).toBe(204);
		expect(show(id).properties).toEqual(properties);
	});

	it('of a dataset nobody read measure made-up sentences', async () => {
		const { properties } = await finished({ dataset: ref(have.unread) });
		for (const which of [1, 2] as const) {
			const one = figures(properties, which);
			expectConsistent(one);
			expect([one.sentenceCount, one.wordCount]).toEqual([100, 1000]);
		}
	});

	it.each([
		[0, 0.5],
		[0.04, 0.0655],
		[0.0289, 0.1234],
		[1.2, 1],
	])(
		'have counts that give the scripted rates %d and %d',
		async (wordErrorRate1, wordErrorRate2) => {
			const properties = { wordErrorRate1, wordErrorRate2 };
			emulator.setOutcome({ collection: 'evaluations', properties });
			for (const dataset of [have.unread, have.read]) {
				const { properties: shown } = await finished({ dataset: ref(dataset) });
				expect(shown).toMatchObject(properties);
				for (const which of [1, 2] as const) {
					const one = figures(shown, which);
					// With so few words as there are, not every rate can come out.
					const errors = Math.round(one.wordErrorRate * one.wordCount);
					const exact = { ...one, wordErrorRate: errors / one.wordCount };
					if (dataset === have.unread)
						expect(exact.wordErrorRate).toBeCloseTo(one.wordErrorRate, 6);
					expectConsistent(exact);
				}
			}
		},
	);

	it('take scripted counts as they are, and let the rate follow', async () => {
		const properties = {
			wordCount1: 46,
			sentenceCount1: 8,
			wordSubstitutionCount1: 2,
			wordDeletionCount1: 1,
		};
		emulator.setOutcome({ collection: 'evaluations', properties });
		const { properties: shown } = await finished({ dataset: ref(have.unread) });
		expect(shown).toMatchObject({
			...properties,
			correctWordCount1: 43,
			wordInsertionCount1: 0,
			wordErrorRate1: 0.0652,
			wordCount2: 46,
		});
		expectConsistent(figures(shown, 1));
	});

	it('let a scripted token error rate follow too', async () => {
		emulator.setOutcome({ collection: 'evaluations', properties: { tokenErrorRate2: 0.3 } });
		const { properties } = await finished({ dataset: ref(have.unread) });
		expect(properties.tokenErrorRate2).toBe(0.3);
		expectConsistent(figures(properties, 2));
	});

	it('can leave out the figures about tokens, or say -1, or write shares as fractions', async () => {
		const { id } = await finished();
		emulator.setQuirks({ tokenScores: 'minusOne' });
		expect(show(id).properties).toMatchObject({ tokenErrorRate1: -1, tokenCount2: -1 });
		expect(show(id).properties).not.toHaveProperty('tokenErrors1');
		emulator.setQuirks({ tokenScores: 'absent' });
		expect(Object.keys(show(id).properties).filter((name) => /token/i.test(name))).toEqual([]);
		emulator.setQuirks({ tokenScores: 'present', editShares: 'fraction' });
		const groups = figures(show(id).properties, 1).tokenErrors;
		const shares = groups.reduce(
			(sum, { percentageOfAllEdits = 0 }) => sum + percentageOfAllEdits,
			0,
		);
		expect(shares).toBeCloseTo(1, 2);
	});

	it('have a result file per audio file and model, which add up to the whole', async () => {
		const { id, properties } = await finished();
		const files = await resultFiles(id);
		expect(files).toHaveLength(40);
		expect(files[0]).toMatchObject({
			name: 'call 0.wav.model1_score.json',
			kind: 'EvaluationDetails',
		});
		for (const which of [1, 2] as const) {
			const mine = files.filter(({ name }) => name?.endsWith(`.model${which}_score.json`));
			const results = await Promise.all(mine.map(scoresIn));
			const whole = figures(properties, which);
			const sum = (name: Count) => results.reduce((total, result) => total + result[name], 0);
			for (const name of COUNTS.slice(1)) expect([name, sum(name)]).toEqual([name, whole[name]]);
			const wrong = results.filter(({ wordErrorRate }) => wordErrorRate > 0);
			expect(wrong.length / results.length).toBeCloseTo(whole.sentenceErrorRate, 3);
			for (const result of results) expectReadable(result);
		}
	});

	/** Nobody who compares the texts by himself may come to other counts. */
	function expectReadable(result: Scores) {
		const said = result.referenceText.split(' ');
		const heard = result.recognizedText === '' ? [] : result.recognizedText.split(' ');
		const errors =
			result.wordSubstitutionCount + result.wordDeletionCount + result.wordInsertionCount;
		expect(distance(said, heard)).toBe(errors);
		expect(result.wordErrorRate).toBeCloseTo(errors / said.length, 4);
		const [phrase] = result.recognizedPhrases[0].nBest;
		expect(phrase.lexical).toBe(result.recognizedText);
		const marks = phrase.scoringResult.match(/<(substitution|deletion|insertion)>/g) ?? [];
		expect(marks).toHaveLength(errors);
		const kept = phrase.scoringResult.replace(/<deletion>@<\/deletion>,?|<[^>]+>/g, '');
		expect(kept.split(',').filter(Boolean).join(' ')).toBe(result.recognizedText);
	}

	it('compare lower-case words without punctuation', async () => {
		const { id } = await finished();
		const [file] = await resultFiles(id);
		const { source, referenceText } = await scoresIn(file);
		expect(source).toBe('call 0.wav');
		expect(referenceText).toBe("hello caller number 0 what's the order you're asking about today");
	});

	it('compare signs where there are no spaces', async () => {
		const dataset = emulator.put('datasets', { kind: 'Acoustic', locale: 'ja-JP' });
		await emulator.putContent(dataset.id, transcribedAudio({ 'a.wav': 'こんにちは、世界。' }));
		const { id } = emulator.put('evaluations', {
			locale: 'ja-JP',
			model1: have.model.id,
			model2: have.model.id,
			dataset: dataset.id,
		});
		expect(show(id).properties.wordCount1).toBe(7);
		const [file] = await resultFiles(id);
		expect((await scoresIn(file)).referenceText).toBe('こんにちは世界');
	});

	it('give one model tested against itself the same figures twice', async () => {
		const { properties } = await finished({ model2: ref(have.model) });
		expect(figures(properties, 2)).toEqual(figures(properties, 1));
	});

	it('can tell only what public clients are known to read, be unreadable, or have no files', async () => {
		const { id } = await finished();
		emulator.setQuirks({ scoreFiles: 'phrases' });
		const [file] = await resultFiles(id);
		expect(Object.keys(await scoresIn(file))).toEqual(['recognizedPhrases']);
		emulator.setQuirks({ scoreFiles: 'unreadable' });
		const text = await contentOf(file);
		expect(() => JSON.parse(text) as unknown).toThrow();
		emulator.setQuirks({ scoreFiles: 'absent' });
		expect(await resultFiles(id)).toEqual([]);
		expect((await fetch(contentUrlOf(file))).status).toBe(404);
	});

	it('open their files by link alone, until it expires', async () => {
		const { id } = await finished();
		const { body } = await call(emulator, 'GET', `/evaluations/${id}/files`, {
			query: { sasLifetimeMinutes: '1', top: '1' },
		});
		const url = contentUrlOf(valuesOf(body)[0]);
		expect((await fetch(url)).status).toBe(200);
		emulator.advance(MINUTE);
		expect((await fetch(url)).status).toBe(403);
	});

	it.each([
		['a failed dataset', () => failing('datasets', { kind: 'Acoustic' }), 'FailedDataset'],
		['an unfinished dataset', () => running('datasets', { kind: 'Acoustic' }), 'InvalidDataset'],
		['text', () => some('datasets', { kind: 'Language' }), 'InvalidTest'],
		[
			'a dataset of another locale',
			() => some('datasets', { kind: 'Acoustic', locale: 'de-DE' }),
			'InvalidLocale',
		],
		['a model of another locale', () => some('models', { locale: 'de-DE' }), 'InvalidLocale'],
		['a failed model', () => failing('models'), 'InvalidModel'],
		['an unfinished model', () => running('models'), 'InvalidModel'],
		[
			'an expired model',
			() => some('models', { createdDateTime: '2024-01-01T00:00:00Z' }),
			'ModelDeprecated',
		],
	] as [string, () => Named, string][])('refuse %s', async (_what, change, inner) => {
		const body = {
			displayName: 'T',
			locale: 'en-US',
			model1: ref(have.model),
			model2: ref(have.base),
			dataset: ref(have.read),
		};
		const changed = change();
		const fields = changed.dataset ? ['dataset'] : ['model1', 'model2'];
		for (const field of fields) {
			const answer = await call(emulator, 'POST', '/evaluations', {
				body: { ...body, [field]: changed.dataset ?? changed.model },
			});
			expect(refusal(answer)).toBe(`400 InvalidRequest ${inner}`);
			expect(answer.body.target).toBe(field);
		}
		expect(emulator.list('evaluations')).toEqual([]);
	});

	const some = (collection: string, more?: object): Named => ({
		[collection.slice(0, -1)]: ref(emulator.put(collection, more)),
	});
	const failing: typeof some = (collection, more) =>
		some(collection, { ...more, status: 'Failed' });
	const running: typeof some = (collection, more) =>
		some(collection, { ...more, status: 'Running' });
});

/** The fewest edits from one list of words to another. */
function distance(one: string[], other: string[]) {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [index, word] of one.entries()) {
		const next = [index + 1];
		for (const [at, against] of other.entries()) {
			const changed = row[at] + (word === against ? 0 : 1);
			next.push(Math.min(changed, row[at + 1] + 1, next[at] + 1));
		}
		row = next;
	}
	return row[other.length];
}
