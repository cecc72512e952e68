import { chooseBaseline, type BaselineWish } from '../../../nodes/SelectBaseline/chooseBaseline';
import { NOW, baseModel, uuid } from '../entities';
import { defined } from '../../support/defined';

const WISH: BaselineWish = {
	locale: 'en-US',
	minimumTrainingDays: 30,
	datasetKinds: ['Language', 'Acoustic'],
	charging: 'any',
};
const wish = (changes: Partial<BaselineWish>) => ({ ...WISH, ...changes });
/** Why this base model, the only one, is not picked; null when it is. */
const objection = (base: ReturnType<typeof baseModel>, changes: Partial<BaselineWish> = {}) =>
	chooseBaseline([base], wish(changes), NOW).rejected[0]?.reason ?? null;

describe('the choice among six base models', () => {
	const made = (day: string) => ({ displayName: day.replaceAll('-', ''), createdDateTime: day });
	const bases = [
		baseModel({ number: 6, ...made('2026-01-01') }),
		baseModel({ number: 3, ...made('2026-09-12'), trainableUntil: '2026-11-20T00:00:00Z' }),
		baseModel({ number: 1, ...made('2026-10-15'), status: 'Running' }),
		baseModel({ number: 5, ...made('2026-07-01') }),
		baseModel({ number: 2, ...made('2026-10-01'), trainableUntil: null }),
		baseModel({ number: 4, ...made('2026-08-01'), kinds: ['Language'] }),
	];

	it('picks the newest that fits, and says of each other one why not', () => {
		const { chosen, rejected } = chooseBaseline(bases, WISH, NOW);
		expect(chosen?.displayName).toBe('20260701');
		expect(rejected).toEqual([
			{ id: uuid(1), displayName: '20261015', reason: 'its status is Running' },
			{
				id: uuid(2),
				displayName: '20261001',
				reason: 'it has no date until which it can be trained',
			},
			{
				id: uuid(3),
				displayName: '20260912',
				reason: 'it can be trained only until 2026-11-20, 18 days from now',
			},
			{
				id: uuid(4),
				displayName: '20260801',
				reason: 'it cannot be trained with Audio + Human-Labeled Transcript',
			},
			{ id: uuid(6), displayName: '20260101', reason: 'it is older than 20260701' },
		]);
	});

	it('leaves the list as it is', () => {
		const oldestFirst = [bases[0], bases[3], bases[2]];
		const before = structuredClone(oldestFirst);
		chooseBaseline(oldestFirst, WISH, NOW);
		expect(oldestFirst).toEqual(before);
	});

	it('does not depend on the order of the list', () => {
		const there = chooseBaseline(bases, WISH, NOW);
		const back = chooseBaseline([...bases].reverse(), WISH, NOW);
		expect(back.chosen).toEqual(there.chosen);
		expect(back.rejected).toEqual(there.rejected);
	});
});

describe('a base model', () => {
	it.each([
		['NotStarted', 'its status is NotStarted'],
		['Running', 'its status is Running'],
		['Failed', 'its status is Failed'],
		['Pondering', 'its status is Pondering'],
		['Succeeded', null],
		[undefined, null],
	])('of status %p: %p', (status, reason) => {
		expect(objection(baseModel({ status }))).toBe(reason);
	});

	it.each([undefined, {}, { deprecationDates: undefined }])(
		'of properties %j names no date until which it can be trained',
		(properties) => {
			expect(objection({ ...baseModel(), properties })).toMatch(/has no date/);
		},
	);

	it.each([
		['en-US', null],
		['en-us', null],
		['en-GB', 'its locale is en-GB'],
	])('of locale %s: %p', (locale, reason) => {
		expect(objection(baseModel({ locale }))).toBe(reason);
	});

	it.each([
		['ended a year ago', '2025-11-01T12:00:00Z', /only until 2025-11-01/],
		['ends at this very moment', '2026-11-01T12:00:00Z', /only until 2026-11-01/],
		['ends a moment from now', '2026-11-01T12:00:00.001Z', null],
		['names no end', null, /no date until which it can be trained/],
		['names an unreadable end', 'soon', /no date until which it can be trained/],
	])('whose training %s', (_name, trainableUntil, reason) => {
		const found = objection(baseModel({ trainableUntil }), { minimumTrainingDays: 0 });
		if (reason === null) expect(found).toBeNull();
		else expect(found).toMatch(reason);
	});

	it.each([
		['just reaches the margin', '2026-12-01T12:00:00Z', null],
		['misses the margin by a millisecond', '2026-12-01T11:59:59.999Z', /2026-12-01, 29 days/],
	])('that %s', (_name, trainableUntil, reason) => {
		const found = objection(baseModel({ trainableUntil }));
		if (reason === null) expect(found).toBeNull();
		else expect(found).toMatch(reason);
	});

	it.each([
		[['Language'], ['Language'], null],
		[['Language', 'Acoustic', 'Pronunciation'], ['Pronunciation'], null],
		[
			['Language'],
			['Language', 'Acoustic', 'AudioFiles'],
			'it cannot be trained with Audio + Human-Labeled Transcript, Audio Only',
		],
		[[], ['Language'], 'it cannot be trained with Plain Text'],
		[[], [], 'it cannot be trained with any kind of data'],
		[['Language'], [], null],
	])('that takes %j for data of %j: %p', (kinds, datasetKinds, reason) => {
		expect(objection(baseModel({ kinds }), { datasetKinds })).toBe(reason);
	});

	it('that says nothing about kinds fits only data of none', () => {
		const silent = baseModel({
			properties: { deprecationDates: { adaptationDateTime: '2027-10-15' } },
		});
		expect(objection(silent, { datasetKinds: [] })).toBeNull();
		expect(objection(silent, { datasetKinds: ['Language'] })).toMatch(/Plain Text/);
	});

	const BATCH_ONLY = /^it is for batch transcription only, and/;
	it.each<[unknown, boolean, RegExp | null]>([
		[false, false, BATCH_ONLY],
		[false, true, null],
		[true, false, null],
		[undefined, false, null],
		[null, false, null],
		['false', false, null],
		[0, false, null],
	])(
		'that says %p of endpoints, while such ones are allowed (%p): %p',
		(endpoints, allowWithoutEndpoints, reason) => {
			const found = objection(baseModel({ endpoints }), { allowWithoutEndpoints });
			if (reason === null) expect(found).toBeNull();
			else expect(found).toMatch(reason);
		},
	);

	it.each<[string, object | null | undefined]>([
		['no features', undefined],
		['empty features', {}],
		['null for its features', null],
	])('with %s is not passed over for its endpoints', (_name, features) => {
		const base = baseModel();
		const properties = { ...base.properties, features: features as undefined };
		expect(objection({ ...base, properties }, { datasetKinds: [] })).toBeNull();
	});

	it.each([
		[['Acoustic'], [], false, /^it accepts only audio, and the kinds of your data are not known$/],
		[['Acoustic', 'AudioFiles'], [], false, /^it accepts only audio/],
		[['Acoustic'], [], true, null],
		[['Acoustic'], ['Acoustic'], false, null],
		[['Acoustic', 'Language'], [], false, null],
		[['Language'], [], false, null],
	])('that takes %j for data of %j, named (%p): %p', (kinds, datasetKinds, isNamed, reason) => {
		const found = objection(baseModel({ kinds }), { datasetKinds, isNamed });
		if (reason === null) expect(found).toBeNull();
		else expect(found).toMatch(reason);
	});

	it('that is newest but for batch transcription only does not win', () => {
		const whisper = baseModel({ number: 2, kinds: ['Acoustic'], endpoints: false });
		const newer = { ...whisper, displayName: '20261001 Whisper', createdDateTime: '2026-10-01' };
		const usual = baseModel({ number: 1 });
		for (const datasetKinds of [[], ['Acoustic']]) {
			const { chosen, rejected } = chooseBaseline([newer, usual], wish({ datasetKinds }), NOW);
			expect(chosen).toBe(usual);
			expect(rejected[0].reason).toMatch(BATCH_ONLY);
		}
	});

	it.each([
		[true, 'any', null],
		[true, 'charged', null],
		[true, 'free', 'training from it is charged'],
		[false, 'any', null],
		[false, 'free', null],
		[false, 'charged', 'training from it is not charged'],
	] as const)('that is charged (%s) for who wants %s: %p', (charged, charging, reason) => {
		expect(objection(baseModel({ charged }), { charging })).toBe(reason);
	});

	it('that does not say whether it is charged is not taken for free', () => {
		const silent = baseModel();
		delete defined(silent.properties).chargeForAdaptation;
		expect(objection(silent, { charging: 'free' })).toMatch(/does not say/);
		expect(objection(silent, { charging: 'any' })).toBeNull();
	});
});

describe('base models made at the same moment', () => {
	it('are told apart by name, so that the same one is picked every time', () => {
		const one = baseModel({ number: 1, displayName: '20260912' });
		const two = baseModel({ number: 2, displayName: '20260913' });
		expect(chooseBaseline([one, two], WISH, NOW).chosen).toBe(two);
		expect(chooseBaseline([two, one], WISH, NOW).chosen).toBe(two);
	});

	it('are passed over as those that they are', () => {
		const reasonFor = (createdDateTime: string) => {
			const older = baseModel({ number: 1, displayName: '20260911', createdDateTime });
			return chooseBaseline([baseModel({ number: 2 }), older], WISH, NOW).rejected[0].reason;
		};
		expect(reasonFor('2026-09-12T00:00:00Z')).toBe('it is as old as 20260912');
		expect(reasonFor('2026-09-11T00:00:00Z')).toBe('it is older than 20260912');
	});
});

describe('newest', () => {
	it('means the date of creation, whatever offset it is written in', () => {
		const early = baseModel({ number: 1, createdDateTime: '2026-09-12T01:00:00+02:00' });
		const late = baseModel({ number: 2, createdDateTime: '2026-09-12T00:00:00Z' });
		expect(chooseBaseline([early, late], WISH, NOW).chosen).toBe(late);
	});

	it('puts a base model without a date last', () => {
		const dateless = baseModel({ number: 1, displayName: '20990101', createdDateTime: undefined });
		const dated = baseModel({ number: 2 });
		expect(chooseBaseline([dateless, dated], WISH, NOW).chosen).toBe(dated);
	});
});

describe('a locale without base models', () => {
	it('leaves nothing to choose', () => {
		expect(chooseBaseline([], WISH, NOW)).toEqual({ chosen: null, rejected: [], removedBy: [] });
	});
});
