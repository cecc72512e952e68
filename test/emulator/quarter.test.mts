import { quarterEnd, yearsAfterQuarter } from '../../emulator/time/quarter.mts';

describe('the quarter rule', () => {
	it.each([
		['2026-01-15T23:59:59Z', '2026-01-15'],
		['2026-01-16T00:00:00Z', '2026-04-15'],
		['2026-04-15T23:59:59Z', '2026-04-15'],
		['2026-04-16T00:00:00Z', '2026-07-15'],
		['2026-07-15T23:59:59Z', '2026-07-15'],
		['2026-07-16T00:00:00Z', '2026-10-15'],
		['2026-10-15T23:59:59Z', '2026-10-15'],
		['2026-10-16T00:00:00Z', '2027-01-15'],
		['2026-12-31T23:59:59Z', '2027-01-15'],
		['2028-02-29T12:00:00Z', '2028-04-15'],
	])('puts %s into the quarter that ends on %s', (made, end) => {
		expect(new Date(quarterEnd(Date.parse(made))).toISOString()).toBe(`${end}T00:00:00.000Z`);
	});

	it('counts years from the end of the quarter', () => {
		expect(yearsAfterQuarter(Date.parse('2026-10-15T12:00:00Z'), 2)).toBe('2028-10-15T00:00:00Z');
		expect(yearsAfterQuarter(Date.parse('2026-10-16T12:00:00Z'), 2)).toBe('2029-01-15T00:00:00Z');
		expect(yearsAfterQuarter(Date.parse('2026-10-16T12:00:00Z'), 1)).toBe('2028-01-15T00:00:00Z');
	});
});
