import { checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { axis, bar, spanOf } from '../../../nodes/CheckExpiration/report/timeline';
import { customModel, NOW } from '../entities';
import { EXPIRED, EXPIRING, inventory, MOMENT, VALID } from './lists';

const finding = (usableUntil: string | null, more: Parameters<typeof customModel>[0] = {}) =>
	checkModels(inventory({ models: [customModel({ usableUntil, ...more })] }), MOMENT)[0];
const spanTo = (...dates: Array<string | null>) =>
	spanOf(
		dates.map((date) => finding(date)),
		NOW,
	);
/** The years as they are written on the axis. */
const yearsOn = (text: string) => [...text.matchAll(/>(\d{4})</g)].map(([, year]) => Number(year));
/** How far each part of a bar is filled, in percent: before today, and after. */
const filled = (text: string) =>
	text
		.split('</td>')
		.slice(0, 2)
		.map((part) => Number(/-bar" style="[^"]*width:([\d.]+)%/.exec(part)?.[1] ?? 0));

describe('the span of a timeline', () => {
	it.each([
		[[], '2026-01-01', '2028-01-01'],
		[[EXPIRED], '2026-01-01', '2028-01-01'],
		[[EXPIRING, null], '2026-01-01', '2028-01-01'],
		[[EXPIRING, VALID], '2026-01-01', '2029-01-01'],
		[['2060-01-01T00:00:00Z'], '2026-01-01', '2032-01-01'],
	])('covers whole years from before today to the last of %j', (dates, from, to) => {
		expect(spanTo(...dates)).toEqual({ from: Date.parse(from), now: NOW, to: Date.parse(to) });
	});

	it('shows some of the past also in January', () => {
		const now = Date.parse('2026-01-02T00:00:00Z');
		expect(spanOf([], now).from).toBe(Date.parse('2025-01-01'));
	});
});

describe('the axis of a timeline', () => {
	it.each([
		[[VALID], [2026, 2027, 2028]],
		[['2060-01-01T00:00:00Z'], [2026, 2027, 2028, 2029, 2030, 2031]],
	])('names every year up to the last: %j', (dates, years) => {
		const { text } = axis(spanTo(...dates));
		expect(yearsOn(text)).toEqual(years);
		expect(text).toContain(
			`role="img" aria-label="Timeline of the years 2026 to ${years[years.length - 1]}; today is 2026-11-01"`,
		);
	});

	it('has today at the same place as every bar', () => {
		const span = spanTo(VALID);
		const places = [
			axis(span),
			...[EXPIRED, EXPIRING, VALID, null].map((date) => bar(finding(date), span)),
		].map(({ text }) => /<td style="width:([\d.]+)%;padding/.exec(text)?.[1]);
		expect(new Set(places)).toEqual(new Set(['27.8']));
	});
});

describe('a bar of a timeline', () => {
	const span = spanTo(VALID);

	it.each([
		['2026-06-01T00:00:00Z', 49.7, 0],
		[new Date(NOW).toISOString(), 100, 0],
		[VALID, 100, 90.2],
		['2040-01-01T00:00:00Z', 100, 100],
		['9999-12-31T00:00:00Z', 100, 100],
	])('ends at %s', (date, before, after) => {
		const [past, future] = filled(bar(finding(date), span).text);
		expect(past).toBeCloseTo(before, -0.3);
		expect(future).toBeCloseTo(after, -0.3);
	});

	it('is a mark at the edge for a date before the drawn years', () => {
		const [past, future] = filled(bar(finding('2019-01-01T00:00:00Z'), span).text);
		expect(past).toBeGreaterThan(0);
		expect(past).toBeLessThan(5);
		expect(future).toBe(0);
	});

	it.each([
		['Unknown', null, {}],
		['In training', null, { status: 'Running' }],
		['In training', null, { status: 'NotStarted' }],
		['Training failed', null, { status: 'Failed' }],
	])('is an empty frame without a date: %s', (word, date, more) => {
		const { text } = bar(finding(date, more), span);
		expect(text).toContain(`role="img" aria-label="${word}"`);
		expect(text.match(/1px dashed/g)).toHaveLength(2);
		expect(filled(text)).toEqual([0, 0]);
	});

	it.each([
		['Expired: 2026-10-15', EXPIRED],
		['Expiring: 2026-12-15', EXPIRING],
		['Usable: 2028-10-15', VALID],
		['Usable', '9999-12-31T00:00:00Z'],
	])('says in words what it shows: %s', (label, date) => {
		expect(bar(finding(date), span).text).toContain(`role="img" aria-label="${label}"`);
	});
});
