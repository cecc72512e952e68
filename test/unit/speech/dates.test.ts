import {
	daysUntil,
	inHours,
	inWords,
	toMillis,
	toUtcIso,
	utcDay,
} from '../../../nodes/shared/speech/dates';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a length of time in words', () => {
	it.each([
		[-5 * SECOND, '0 s'],
		[0, '0 s'],
		[499, '0 s'],
		[1_500, '2 s'],
		[59 * SECOND, '59 s'],
		[MINUTE, '1 min'],
		[42 * MINUTE, '42 min'],
		[59 * MINUTE, '59 min'],
		[HOUR, '1 h'],
		[5 * HOUR + 10 * MINUTE, '5 h 10 min'],
		[23 * HOUR + 59 * MINUTE, '23 h 59 min'],
		[DAY, '1 d'],
		[3 * DAY + 4 * HOUR, '3 d 4 h'],
		[8 * DAY, '8 d'],
	])('%d ms are %s', (milliseconds, words) => {
		expect(inWords(milliseconds)).toBe(words);
	});

	it.each([
		[59_600, '1 min'],
		[59 * MINUTE + 45 * SECOND, '1 h'],
		[23 * HOUR + 59 * MINUTE + 45 * SECOND, '1 d'],
	])('never says 60 of a unit: %d ms are %s', (milliseconds, words) => {
		expect(inWords(milliseconds)).toBe(words);
	});
});

describe('the UTC day', () => {
	it.each([
		['2028-10-15T00:00:00Z', '2028-10-15'],
		['2028-10-15T23:59:59.9999999Z', '2028-10-15'],
		['2028-10-15T01:00:00+02:00', '2028-10-14'],
		['2028-10-15T22:00:00-05:00', '2028-10-16'],
		['2028-10-15', '2028-10-15'],
	])('of %s is %s', (date, day) => {
		expect(utcDay(date)).toBe(day);
	});

	it.each([undefined, null, '', 'soon'])('of %j is null', (date) => {
		expect(utcDay(date)).toBeNull();
	});
});

describe('a date in UTC', () => {
	it.each([
		['in UTC stays as it is', '2028-10-15T08:30:00Z', '2028-10-15T08:30:00Z'],
		['with an offset east is earlier', '2028-10-15T08:30:00+02:00', '2028-10-15T06:30:00Z'],
		['with an offset west is later', '2028-10-15T20:30:00-07:00', '2028-10-16T03:30:00Z'],
		['without a zone counts as UTC', '2028-10-15T08:30:00', '2028-10-15T08:30:00Z'],
		['of a day only is its midnight', '2028-10-15', '2028-10-15T00:00:00Z'],
	])('%s', (_name, date, expected) => {
		expect(toUtcIso(date)).toBe(expected);
	});

	it('is told to the second, never one that has not come', () => {
		expect(toUtcIso('2028-10-15T08:30:59.9999999Z')).toBe('2028-10-15T08:30:59Z');
		expect(toUtcIso(Date.UTC(2028, 9, 15) + 999)).toBe('2028-10-15T00:00:00Z');
	});

	it('is made of milliseconds since the epoch too', () => {
		expect(toUtcIso(Date.UTC(2028, 9, 15))).toBe('2028-10-15T00:00:00Z');
		expect(toUtcIso(0)).toBe('1970-01-01T00:00:00Z');
	});

	it.each([undefined, null, '', 'soon', Number.NaN])('of %p is null', (date) => {
		expect(toUtcIso(date)).toBeNull();
	});
});

describe('milliseconds of a date', () => {
	it('understand the seven decimals that .NET writes', () => {
		expect(toMillis('2026-01-01T00:00:00.1234567Z')).toBe(Date.UTC(2026, 0, 1) + 123);
	});
});

describe('a day that no calendar has', () => {
	it.each(['2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00.5Z'])(
		'is no date: %s',
		(iso) => {
			expect(toMillis(iso)).toBeNull();
		},
	);
});

describe('days until a date', () => {
	const now = Date.parse('2026-11-01T12:00:00Z');
	it.each([
		['2026-11-02T12:00:00Z', 1],
		['2026-11-02T11:59:59Z', 0],
		['2026-11-01T11:59:59Z', -1],
		['2026-10-31T12:00:00Z', -1],
		[undefined, null],
	])('until %s are %s', (date, days) => {
		expect(daysUntil(date, now)).toBe(days);
	});
});

describe('an amount of audio', () => {
	it.each([
		[800, '1 s'],
		[1_500_000, '25 min'],
		[3_600_000, '1 h'],
		[5_400_000, '1.5 h'],
		[95_400_000, '26.5 h'],
		[4_320_000_000, '1,200 h'],
	])('of %d ms is told in hours once it is one: %s', (milliseconds, words) => {
		expect(inHours(milliseconds)).toBe(words);
	});
});
