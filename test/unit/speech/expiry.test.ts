import { expiryOf, hasPassed, isOpenToTraining } from '../../../nodes/shared/speech/expiry';
import { baseModel } from '../entities';

const LAST = '2026-12-31T00:00:00Z';
const at = (date: string) => Date.parse(date);

describe('the state of a model', () => {
	it.each([
		['is valid a millisecond before the warning begins', '2026-11-30T23:59:59.999Z', 'valid'],
		['is expiring from exactly 30 days before', '2026-12-01T00:00:00Z', 'expiring'],
		['is expiring a millisecond before its date', '2026-12-30T23:59:59.999Z', 'expiring'],
		['is expired at exactly its date', LAST, 'expired'],
		['is expired long after its date', '2029-01-01T00:00:00Z', 'expired'],
	])('%s', (_name, now, state) => {
		expect(expiryOf(LAST, at(now), 30).state).toBe(state);
	});

	it('warns about nothing that is still usable when it warns within 0 days', () => {
		expect(expiryOf(LAST, at('2026-12-30T23:59:59.999Z'), 0).state).toBe('valid');
		expect(expiryOf(LAST, at(LAST), 0).state).toBe('expired');
	});

	it.each([
		['missing', undefined],
		['null', null],
		['empty', ''],
		['unreadable', 'next year'],
		['impossible', '2026-13-45T00:00:00Z'],
	])('is unknown for a date that is %s', (_name, date) => {
		expect(expiryOf(date, at(LAST), 30)).toEqual({
			state: 'unknown',
			expiresAt: null,
			daysLeft: null,
		});
	});
});

describe('the days left', () => {
	it.each([
		['count a whole day as one', '2026-12-30T00:00:00Z', 1],
		['do not count a day that is short of a millisecond', '2026-12-30T00:00:00.001Z', 0],
		['are 0 on the last day', '2026-12-30T18:00:00Z', 0],
		['are 0 at the very date', LAST, 0],
		['are negative once it has passed', '2027-01-01T00:00:00Z', -1],
		['are 30 a month before', '2026-12-01T00:00:00Z', 30],
	])('%s', (_name, now, daysLeft) => {
		expect(expiryOf(LAST, at(now), 30).daysLeft).toBe(daysLeft);
	});

	it('are the same in summer time and whatever offset the date is written in', () => {
		const inParis = '2026-12-31T02:00:00+02:00';
		expect(expiryOf(inParis, at('2026-06-30T00:00:00Z'), 30)).toEqual({
			state: 'valid',
			expiresAt: '2026-12-31T00:00:00Z',
			daysLeft: 184,
		});
	});
});

describe('a last moment', () => {
	it.each([
		['a millisecond before it', LAST, at(LAST) - 1, false],
		['at it', LAST, at(LAST), true],
		['after it', LAST, at(LAST) + 1, true],
		['when it is not named', undefined, at(LAST), false],
		['when it cannot be read', 'next year', at(LAST), false],
	])('has passed %s: %s', (_name, date, now, expected) => {
		expect(hasPassed(date, now)).toBe(expected);
	});

	it.each([
		['before it', LAST, at(LAST) - 1, true],
		['at it', LAST, at(LAST), false],
		['when it is not named', undefined, at(LAST), false],
	])('of training leaves a base model open %s: %s', (_name, adaptationDateTime, now, expected) => {
		const properties = { deprecationDates: { adaptationDateTime } };
		expect(isOpenToTraining({ ...baseModel({}), properties }, now)).toBe(expected);
	});
});
