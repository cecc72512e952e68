import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import {
	countsOf,
	expirationReport,
	reportSummary,
} from '../../../nodes/CheckExpiration/report/expirationReport';
import { spanOf } from '../../../nodes/CheckExpiration/report/timeline';
import { baseModel, customModel, entityUrl, NOW } from '../entities';
import { HOLES } from '../failures';
import { HOSTILE_NAMES, tagsOf } from '../hostileNames';
import { EXPIRED, EXPIRING, inventory, MOMENT, VALID } from './lists';

const model = (number: number, displayName: string, usableUntil: string | null) =>
	customModel({ self: entityUrl('models', number), displayName, usableUntil });
const findings = (models: ReturnType<typeof model>[], endpoints: object[] = []) =>
	checkModels(inventory({ models, endpoints: endpoints as never }), MOMENT);
const four = () =>
	findings(
		[
			model(1, 'Old', EXPIRED),
			model(2, 'Due', EXPIRING),
			model(3, 'Undated', null),
			model(4, 'Fresh', VALID),
		],
		[
			{
				self: entityUrl('endpoints', 1),
				displayName: 'Live',
				locale: 'en-US',
				model: { self: entityUrl('models', 1) },
			},
		],
	);

describe('the report on last days', () => {
	it('counts every state', () => {
		expect(countsOf(four())).toEqual({ expired: 1, expiring: 1, unknown: 1, valid: 1 });
	});

	it('sums up what needs retraining, and what answers with the base model already', () => {
		expect(reportSummary(four())).toBe(
			'3 of 4 need retraining. 1 model in use has expired, so their endpoints transcribe with the base model.',
		);
		expect(reportSummary(findings([model(1, 'Fresh', VALID)]))).toBe('None of 1 needs retraining.');
		expect(reportSummary([])).toBe('There is no custom model and no endpoint to check.');
	});

	it('tells each state by a word, with its dates and endpoints', () => {
		const page = expirationReport(four(), NOW);
		for (const text of ['Expired', 'Expiring', 'Unknown', 'Usable', 'no known expiration date']) {
			expect(page).toContain(text);
		}
		expect(page).toContain('now on the base model: Live');
		expect(page).toMatch(/until 2028-10-15, \d+ days left/);
		expect(page).not.toMatch(HOLES);
	});

	it('is one page that fetches nothing and runs nothing', () => {
		const page = expirationReport(four(), NOW);
		expect(page).toMatch(/^<!doctype html>/);
		expect(page).not.toMatch(/<script|<img|<link|https?:/i);
		expect(page).toContain('default-src &#39;none&#39;');
	});

	it('shows hostile names as text', () => {
		const page = expirationReport(findings([model(1, '<img src=x onerror=alert(1)>', VALID)]), NOW);
		expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
		expect(page).not.toContain('<img');
	});

	it('folds what needs nothing beyond ten, and never what needs something', () => {
		const many = (count: number, date: string) =>
			findings(Array.from({ length: count }, (_, index) => model(index + 1, `M${index}`, date)));
		expect(expirationReport(many(200, VALID), NOW)).toMatch(/190 more/);
		expect(expirationReport(many(10, VALID), NOW)).not.toContain('<details');
		expect(expirationReport(many(200, EXPIRED), NOW)).not.toContain('<details');
	});

	it.each([
		['short names', (index: number) => `M${index}`],
		['the longest names', (index: number) => `${index} ${"<'&'>小".repeat(40)}`],
	])('stays below 100 kB for a thousand models with %s, the urgent ones first', (_what, nameOf) => {
		const dates = [EXPIRED, EXPIRING, VALID, null];
		const models = Array.from({ length: 1_000 }, (_, index) =>
			model(index + 1, nameOf(index), dates[index % dates.length]),
		);
		const endpoints = Array.from({ length: 200 }, (_, index) => ({
			self: entityUrl('endpoints', index + 1),
			displayName: nameOf(index),
			locale: 'en-US',
			model: { self: entityUrl('models', 1) },
		}));
		const page = expirationReport(findings(models, endpoints), NOW);
		expect(Buffer.byteLength(page)).toBeLessThan(100_000);
		expect(page).toContain('750 of 1000 need retraining.');
		expect(page).toMatch(/and 197 more/);
		const shown = page.match(/<strong>\d* ?|<b>\d* ?/g)?.length ?? 0;
		expect(shown).toBeGreaterThan(40);
		expect(page).toMatch(/\d+ more are not shown here/);
	});

	it('lists everything of a hundred models', () => {
		const models = Array.from({ length: 100 }, (_, index) =>
			model(index + 1, `Name ${index}`, index % 2 ? EXPIRING : VALID),
		);
		const page = expirationReport(findings(models), NOW);
		for (const { displayName } of models) expect(page).toContain(`>${displayName}<`);
		expect(page).not.toContain('are not shown here');
	});

	it.each(HOSTILE_NAMES)('has the same tags and attributes whatever a name is: %j', (name) => {
		const page = (each: string) =>
			expirationReport(
				findings(
					[
						model(1, each, EXPIRED),
						...Array.from({ length: 30 }, (_, at) => model(at + 2, each, VALID)),
					],
					[
						{
							...customModel(),
							self: entityUrl('endpoints', 1),
							displayName: each,
							model: { self: entityUrl('models', 1) },
						},
					],
				),
				NOW,
				each,
			);
		expect(tagsOf(page(name))).toEqual(tagsOf(page('Retail')));
	});

	it('has a page also for an endpoint without a model, and for nothing at all', () => {
		const endpoint = {
			self: entityUrl('endpoints', 1),
			displayName: 'Bare',
			locale: 'en-US',
			model: { self: entityUrl('baseModels', 9) },
		};
		const bare = checkEndpoints(inventory({ endpoints: [endpoint] }), MOMENT);
		expect(expirationReport(bare, NOW)).toMatch(/Needs attention[^]*Endpoint Bare/);
		expect(reportSummary(bare)).toBe('None of 1 needs retraining. 1 needs attention.');
		expect(expirationReport([], NOW)).toContain('no custom model');
	});

	it('lists an endpoint whose base model ends by itself, and not as fine', () => {
		const onBase = {
			self: entityUrl('endpoints', 1),
			displayName: 'Bare',
			locale: 'en-US',
			model: { self: entityUrl('baseModels', 1) },
		};
		const properties = { deprecationDates: { transcriptionDateTime: EXPIRING } };
		const lists = { endpoints: [onBase as never], bases: [baseModel({ properties })] };
		const found = checkEndpoints(inventory(lists), MOMENT);
		expect(reportSummary(found)).toBe(
			'None of 1 needs retraining. 1 endpoint needs a newer base model.',
		);
		const page = expirationReport(found, NOW);
		expect(page).toMatch(
			/Needs a newer base model[^]*Endpoint Bare[^]*until 2026-12-15, 43 days left/,
		);
		expect(page).not.toMatch(/No retraining needed|Needs attention/);
	});

	it('says what was left out', () => {
		expect(expirationReport([], NOW, '3 models and endpoints were omitted.')).toContain(
			'3 models and endpoints were omitted.',
		);
		expect(expirationReport([], NOW)).not.toContain('Left out');
	});
});

describe('the timeline', () => {
	it('reaches from before today to the last of all last days', () => {
		const { from, now, to } = spanOf(four(), NOW);
		expect(from).toBeLessThan(now);
		expect(to).toBe(Date.parse(VALID));
	});

	it('draws today at the same place in every bar and in its head', () => {
		const page = expirationReport(four(), NOW);
		const lines = [...page.matchAll(/<line\s+x1="([^"]+)"[^>]*stroke="#1c2b2e"/g)];
		expect(lines.length).toBeGreaterThan(4);
		expect(new Set(lines.map(([, at]) => at)).size).toBe(1);
		expect(lines[0][1]).toMatch(/%$/);
		expect(page).toMatch(new RegExp(`<text\\s+x="${lines[0][1]}"[^>]*>\\s*today`));
	});

	it('spans a year at least', () => {
		const { now, to } = spanOf(findings([model(1, 'Due', EXPIRING)]), NOW);
		expect(to - now).toBe(365 * 86_400_000);
	});
});
