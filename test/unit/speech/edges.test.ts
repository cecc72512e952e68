import {
	inHours,
	isNever,
	isPlausible,
	toMillis,
	untilDay,
} from '../../../nodes/shared/speech/dates';
import { markedAsTwin, markedFingerprint } from '../../../nodes/shared/speech/fingerprint';
import { normalizeLocale } from '../../../nodes/shared/speech/locale';
import { idOf } from '../../../nodes/shared/speech/references';
import {
	failureText,
	fieldsWithoutSecrets,
	simplifyBaseModel,
	simplifyDataset,
	simplifyEndpoint,
	simplifyEvaluation,
} from '../../../nodes/shared/speech/simplify';
import { checkTestDataset, LISTENING_KINDS } from '../../../nodes/shared/speech/testDataset';
import { isJustBefore, standingOne } from '../../../nodes/shared/speech/twins';
import { checkUsable } from '../../../nodes/shared/speech/usableModel';
import { baseModel, customModel, dataset, endpoint, evaluation, NOW, uuid } from '../entities';
import { inputErrorOf } from '../failures';

describe('a date of the service', () => {
	it.each(['x2026-01-01T00:00:00Z', '', null, undefined])('is none in %j', (text) => {
		expect(toMillis(text)).toBeNull();
		expect(untilDay(text)).toBeNull();
	});

	it.each([
		['2000-01-01T00:00:00Z', true],
		['1999-12-31T23:59:59Z', false],
		['0001-01-01T00:00:00Z', false],
		['soon', false],
	])('%s can be meant: %s', (text, expected) => {
		expect(isPlausible(text)).toBe(expected);
	});

	it.each([
		['2100-01-01T00:00:00Z', true],
		['2099-12-31T23:59:59Z', false],
		['soon', false],
		[undefined, false],
	])('%s stands for never: %s', (text, expected) => {
		expect(isNever(text)).toBe(expected);
	});

	it.each([
		[3_600_000, '1 h'],
		[3_420_000, '1 h'],
		[3_000_000, '50 min'],
	])('an amount of %i ms of audio is %s', (milliseconds, words) => {
		expect(inHours(milliseconds)).toBe(words);
	});
});

describe('a test dataset that does not fit', () => {
	const advice = (changes: Parameters<typeof dataset>[0], kinds?: string[]) =>
		inputErrorOf(() => {
			const facts = { locale: 'en-US', training: [uuid(9)] };
			checkTestDataset(dataset({ kind: 'Acoustic', ...changes }), facts, 'Test Dataset', kinds);
		}).advice;

	it.each([
		['that failed', { status: 'Failed' }, 'Upload the data again, or choose another dataset.'],
		['that is processed', { status: 'Running' }, 'Add Wait For Training after the upload.'],
		['of another locale', { locale: 'de-DE' }, 'Choose a dataset with the same locale.'],
		[
			'the model was trained with',
			{ number: 9 },
			'Choose a dataset that is not used for training.',
		],
		[
			'of another kind',
			{ kind: 'Language' },
			'Choose a dataset of the kind Audio + Human-Labeled Transcript: audio with transcripts.',
		],
	])('is told with what to do instead: one %s', (_what, changes, words) => {
		expect(advice(changes)).toBe(words);
	});

	it('names all kinds a person can listen to', () => {
		expect(advice({ kind: 'Language' }, [...LISTENING_KINDS])).toBe(
			'Choose a dataset of the kind Audio + Human-Labeled Transcript or Audio Only.',
		);
	});
});

describe('a model that cannot be used', () => {
	it.each([
		[customModel({ status: 'Failed' }), /^Train it again, or choose another model\.$/],
		[customModel({ status: 'Running' }), /^Add Wait For Training before this node\.$/],
		[customModel({ usableUntil: '2026-10-15T00:00:00Z' }), /retrain it with Train Model\.$/],
		[baseModel({ status: 'Running' }), /^Choose another base model\.$/],
	])('is told with what to do instead (%#)', (model, words) => {
		const { advice } = inputErrorOf(() => {
			checkUsable(model, 'Model', NOW);
		});
		expect(advice).toMatch(words);
	});
});

describe('what is started at once', () => {
	const at = (createdDateTime: string | undefined, number = 1) =>
		customModel({ number, createdDateTime });

	it.each([
		['2026-11-01T12:00:00Z', '2026-11-01T12:00:00Z', true],
		['2026-11-01T12:00:00Z', '2026-11-01T12:10:00Z', true],
		['2026-11-01T12:00:00Z', '2026-11-01T12:10:01Z', false],
		['2026-11-01T12:00:01Z', '2026-11-01T12:00:00Z', false],
		[undefined, '1970-01-01T00:05:00Z', false],
		['1970-01-01T00:00:00Z', undefined, false],
		[undefined, undefined, false],
	])('is no more than 10 minutes apart: %s and %s, %s', (one, other, expected) => {
		expect(isJustBefore(at(one), at(other))).toBe(expected);
	});

	it('is stood for by what is no marked twin, and by a twin when nothing else is left', () => {
		const property = 'mark';
		const mark = markedFingerprint('recipe', 'run');
		const first = { ...at('2026-11-01T12:00:00Z'), customProperties: { mark } };
		const twin = {
			...at('2026-11-01T12:00:05Z', 2),
			customProperties: { mark: markedAsTwin(mark, uuid(1)) },
		};
		expect(standingOne([first, twin], { property })).toBe(first);
		expect(standingOne([twin, first], { property })).toBe(first);
		expect(standingOne([twin], { property })).toBe(twin);
	});

	it('does not stand for what has another recipe', () => {
		const marked = (number: number, recipe: string, createdDateTime: string) => ({
			...at(createdDateTime, number),
			customProperties: { mark: markedFingerprint(recipe, `run ${number}`) },
		});
		const older = marked(1, 'another recipe', '2026-11-01T12:00:00Z');
		const newer = marked(2, 'recipe', '2026-11-01T12:00:05Z');
		expect(standingOne([older, newer], { property: 'mark' })).toBe(newer);
	});
});

describe('an entity in short', () => {
	it('has the status and the counts it has', () => {
		const counts = { acceptedLineCount: 7, rejectedLineCount: 0, durationMilliseconds: 9 };
		expect(simplifyDataset(dataset({ properties: counts }))).toMatchObject({
			status: 'Succeeded',
			...counts,
		});
		expect(simplifyEndpoint(endpoint({ links: { webSocket: 'wss://x' } }))).toMatchObject({
			status: 'Succeeded',
			webSocket: 'wss://x',
		});
		expect(simplifyEvaluation(evaluation())).toMatchObject({ status: 'Succeeded' });
	});

	it('has null for what it does not tell', () => {
		const bare = { model1: undefined, model2: undefined, dataset: undefined, status: undefined };
		expect(simplifyEvaluation(evaluation(bare as never))).toMatchObject({
			status: null,
			model1Id: null,
			model2Id: null,
			datasetId: null,
		});
		expect(simplifyBaseModel(baseModel({ properties: {} }))).toMatchObject({
			adaptationDateTime: null,
			transcriptionDateTime: null,
			supportsAdaptationsWith: [],
		});
	});

	it('loses the secrets of every URL in it, however deep, and nothing else', () => {
		const url = 'https://store.example/a.zip?sig=secret';
		const links = { deep: [{ url }, url, 7, null, true], none: null };
		expect(fieldsWithoutSecrets({ links: url, properties: links })).toEqual({
			links: url,
			properties: {
				deep: [
					{ url: 'https://store.example/a.zip' },
					'https://store.example/a.zip',
					7,
					null,
					true,
				],
				none: null,
			},
		});
	});

	it('says why it failed without a full stop, so that a sentence can go on', () => {
		const error = { code: 'X', message: 'It broke. . ' };
		expect(failureText({ properties: { error } })).toBe('X: It broke');
	});
});

describe('what is no entity of custom speech', () => {
	it.each([null, undefined, {}, { self: 'https://x.example/speechtotext/models/7' }])(
		'is told as such: %j',
		(reference) => {
			const error = inputErrorOf(() => idOf(reference as never));
			expect(error.message).toBe('The service sent a URL without a custom speech ID.');
			expect(error.advice).toMatch(/^Make sure that the credential points to the Speech resource/);
			expect(error.name).toBe('InputError');
		},
	);

	it.each(['x en-US', '1en-US', 'en-US!'])('is no locale: %s', (text) => {
		expect(normalizeLocale(text)).toBeNull();
	});
});
