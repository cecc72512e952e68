import { parseRetryAfter } from '../../../nodes/shared/api/retryAfter';

const NOW = Date.parse('2026-10-21T07:28:00Z');

describe('Retry-After', () => {
	it.each([
		['0', 0],
		['1', 1],
		[' 30 ', 30],
		['3600', 3600],
		[30, 30],
	])('%j is a number of seconds', (header, seconds) => {
		expect(parseRetryAfter(header, NOW)).toBe(seconds);
	});

	it.each([
		['30 seconds from now', 'Wed, 21 Oct 2026 07:28:30 GMT', 30],
		['now', 'Wed, 21 Oct 2026 07:28:00 GMT', 0],
		['in the past', 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
	])('may be a date %s', (_name, header, seconds) => {
		expect(parseRetryAfter(header, NOW)).toBe(seconds);
	});

	it('counts a part of a second as a whole one, so that nobody asks too soon', () => {
		expect(parseRetryAfter('Wed, 21 Oct 2026 07:28:30 GMT', NOW - 1)).toBe(31);
	});

	it.each([undefined, null, '', ' ', 'soon', 'soon 2099', '-3600', 'NaN', {}])(
		'%j says nothing',
		(header) => {
			expect(parseRetryAfter(header, NOW)).toBeNull();
		},
	);

	it.each(['-1', '-30'])('%s asks for no wait', (header) => {
		expect(parseRetryAfter(header, NOW) ?? 0).toBe(0);
	});
});
