import { markedAsTwin, markedFingerprint } from '../../../nodes/shared/speech/fingerprint';
import type { CustomModel } from '../../../nodes/shared/speech/entities';
import { idOf } from '../../../nodes/shared/speech/references';
import {
	endedTwins,
	judgeTwins,
	oldestFirst,
	standingOne,
	type Claim,
} from '../../../nodes/shared/speech/twins';
import { customModel, uuid } from '../entities';

const FINGERPRINT = 'f'.repeat(64);
const MINE = markedFingerprint(FINGERPRINT, 'this run');
const OTHER = markedFingerprint(FINGERPRINT, 'another run');
const THIRD = markedFingerprint(FINGERPRINT, 'a third run');
const WANTED = markedFingerprint(FINGERPRINT, 'another run', true);
const ELSE = markedFingerprint('e'.repeat(64), 'another run');

const NOON = '2026-11-01T12:00:00Z';
const at = (seconds: number) => new Date(Date.parse(NOON) + seconds * 1000).toISOString();
const model = (number: number, mark: string | null, seconds = 0, changes = {}): CustomModel =>
	customModel({
		number,
		status: 'NotStarted',
		createdDateTime: at(seconds),
		...(mark !== null && { customProperties: { mark } }),
		...changes,
	});
const isUsable = ({ status }: CustomModel) => status !== 'Failed';
const claim = (changes: Partial<Claim<CustomModel>> = {}): Claim<CustomModel> => ({
	property: 'mark',
	mark: MINE,
	isSame: () => true,
	isUsable,
	known: new Set(),
	...changes,
});
const ids = (entities: CustomModel[] | undefined) => entities?.map(idOf);

describe('the oldest of several', () => {
	it.each([
		['the first by date', model(9, OTHER, 0), model(1, OTHER, 1)],
		['the first by id of those of one second', model(1, OTHER), model(9, OTHER)],
		[
			'the first by date, decimals and zones read',
			model(9, OTHER, 0, { createdDateTime: '2026-11-01T13:00:00.1+01:00' }),
			model(1, OTHER, 0, { createdDateTime: '2026-11-01T12:00:00.2Z' }),
		],
		[
			'one with a date rather than one without',
			model(9, OTHER),
			model(1, OTHER, 0, { createdDateTime: undefined }),
		],
	])('is %s', (_which, oldest, other) => {
		expect([other, oldest].sort(oldestFirst)[0]).toBe(oldest);
		expect([oldest, other].sort(oldestFirst)[0]).toBe(oldest);
	});
});

describe('what is listed after a start', () => {
	const own = model(5, MINE);

	it.each<[string, CustomModel[], number, number[]]>([
		['gives up its own for an older one', [model(9, OTHER, -1), own], 9, [5]],
		['gives up its own for one of the same second by id', [model(1, OTHER), own], 1, [5]],
		['takes the oldest of three', [model(2, OTHER), own, model(1, THIRD)], 1, [5]],
		['keeps its own when that is older', [own, model(1, OTHER, 1)], 5, []],
		['keeps one of two that it has made itself', [own, model(6, MINE)], 5, [6]],
		['gives up both that it has made', [model(1, OTHER), own, model(6, MINE)], 1, [5, 6]],
		['knows one that another run was told to make', [model(1, WANTED), own], 1, [5]],
		[
			'gives up its own that has failed',
			[model(9, OTHER, 1), { ...own, status: 'Failed' }],
			9,
			[5],
		],
	])('%s', (_what, listed, oldest, givenUp) => {
		const verdict = judgeTwins(listed, claim());
		expect(verdict && idOf(verdict.oldest)).toBe(uuid(oldest));
		expect(ids(verdict?.givenUp)).toEqual(givenUp.map(uuid));
		expect(verdict?.mine).toBe(oldest === 5);
	});

	it.each<[string, CustomModel, Partial<Claim<CustomModel>>]>([
		['was listed before', model(1, OTHER, -1), { known: new Set([uuid(1)]) }],
		['has another fingerprint', model(1, ELSE, -1), {}],
		['no run has marked', model(1, FINGERPRINT, -1), {}],
		['carries nothing', model(1, null, -1), {}],
		['cannot be used', model(1, OTHER, -1, { status: 'Failed' }), {}],
		['is a marked twin itself', model(1, markedAsTwin(OTHER, uuid(5)), -1), {}],
		['differs otherwise', model(1, OTHER, -1), { isSame: (one) => idOf(one) !== uuid(1) }],
	])('gives up nothing for one that %s', (_what, other, changes) => {
		const verdict = judgeTwins([other, own], claim(changes));
		expect(verdict?.oldest).toBe(own);
		expect(verdict?.givenUp).toEqual([]);
	});

	it.each([
		['was started as one more', markedFingerprint(FINGERPRINT, 'this run', true)],
		['was given up before', markedAsTwin(MINE, uuid(1))],
	])('says nothing of what this run has made and %s', (_what, mark) => {
		expect(judgeTwins([model(1, OTHER, -1), model(5, mark)], claim())).toBeNull();
	});
});

describe('what stands for all that is there', () => {
	const mark = { property: 'mark' };
	it.each<[string, CustomModel[], number]>([
		['the newest', [model(1, OTHER), model(2, THIRD, 86_400)], 2],
		['the oldest of those started at once', [model(1, OTHER), model(2, THIRD)], 1],
		['one more, wanted at the same time', [model(1, OTHER), model(2, WANTED, 1)], 2],
		['one made by hand', [model(1, OTHER), model(2, null, 1)], 2],
		['no marked twin', [model(1, OTHER), model(2, markedAsTwin(THIRD, uuid(1)), 1)], 1],
		['a marked twin when nothing else is left', [model(2, markedAsTwin(THIRD, uuid(1)))], 2],
	])('is %s', (_which, usable, standing) => {
		expect(standingOne(usable, mark)?.self).toContain(uuid(standing));
		expect(standingOne([...usable].reverse(), mark)?.self).toContain(uuid(standing));
	});

	it('is nothing when nothing is there', () => {
		expect(standingOne<CustomModel>([], mark)).toBeUndefined();
	});
});

describe('a twin that an earlier run has left', () => {
	const oldest = model(1, OTHER);
	const twin = (changes = {}, seconds = 1) =>
		model(2, markedAsTwin(THIRD, uuid(1)), seconds, { status: 'Succeeded', ...changes });
	const ended = (...listed: CustomModel[]) =>
		endedTwins(listed, { property: 'mark', isUsable }).map(idOf);

	it.each([
		['has succeeded', {}],
		['has failed', { status: 'Failed' }],
		['waits for content that never comes', { status: 'NotStarted' }],
	])('may be deleted when it %s', (_what, changes) => {
		expect(ended(oldest, twin(changes))).toEqual([uuid(2)]);
	});

	it.each([
		['it runs', [oldest, twin({ status: 'Running' })]],
		['it has a status nobody knows', [oldest, twin({ status: 'Paused' })]],
		['what it gave way to is gone', [twin()]],
		['what it gave way to has failed', [{ ...oldest, status: 'Failed' }, twin()]],
		['what it gave way to is a twin, too', [model(1, markedAsTwin(OTHER, uuid(2))), twin()]],
		['it is the older one', [oldest, twin({}, -1)]],
		['it is not marked', [oldest, model(2, THIRD, 1, { status: 'Succeeded' })]],
	])('is left alone when %s', (_why, listed) => {
		expect(ended(...listed)).toEqual([]);
	});

	it('is left alone when it has become something else since', () => {
		const changed = twin();
		const isSetToIt = (one: CustomModel) => one !== changed;
		expect(endedTwins([oldest, changed], { property: 'mark', isUsable: isSetToIt })).toEqual([]);
	});
});
