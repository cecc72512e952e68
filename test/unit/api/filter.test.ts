import { allOf, equals } from '../../../nodes/shared/api/filter';

describe('a comparison', () => {
	it.each([
		['Retail', "displayName eq 'Retail'"],
		['R&D "x" (1)', `displayName eq 'R&D "x" (1)'`],
	])('with %s is written down', (value, expected) => {
		expect(equals('displayName', value)).toBe(expected);
	});

	it.each(["Ben's", "'", "x' or 1 eq 1 or '"])('with %j is left to us', (value) => {
		expect(equals('displayName', value)).toBeNull();
	});
});

describe('several conditions', () => {
	it.each([
		[['a eq 1', 'b eq 2'], 'a eq 1 and b eq 2'],
		[['a eq 1', null, undefined, ''], 'a eq 1'],
		[[null, undefined], undefined],
		[[], undefined],
	])('%j become %j', (conditions, expected) => {
		expect(allOf(...conditions)).toBe(expected);
	});
});
