import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import {
	countsOf,
	expirationReport,
	reportSummary,
} from '../../../nodes/CheckExpiration/report/expirationReport';
import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import { baseModel, customModel, endpoint, entityUrl, NOW, reference } from '../entities';
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
			'3 of 4 need retraining. 1 model in use has expired, so endpoints use the base model.',
		);
		expect(reportSummary(findings([model(1, 'Fresh', VALID)]))).toBe('None of 1 needs retraining.');
		expect(reportSummary([])).toBe('There is no custom model and no endpoint to check.');
	});

	it('counts one as one, and several as several', () => {
		const onBase = (number: number) => endpoint({ number, model: reference('baseModels', 1) });
		const bare = (number: number) => endpoint({ number, model: reference('models', 9) });
		const ending = baseModel({
			properties: { deprecationDates: { transcriptionDateTime: EXPIRING } },
		});
		const summary = (lists: Partial<Lists>) =>
			reportSummary([
				...checkModels(inventory(lists), MOMENT),
				...checkEndpoints(inventory({ ...lists, models: [] }), MOMENT),
			]);
		const busy = (number: number) => customModel({ number, status: 'Running', usableUntil: null });
		expect(summary({ models: [customModel({ usableUntil: EXPIRING })] })).toBe(
			'1 of 1 needs retraining.',
		);
		expect(summary({ models: [busy(1)], endpoints: [bare(1)] })).toBe(
			'None of 2 needs retraining. 1 needs attention. 1 is in training.',
		);
		expect(summary({ endpoints: [onBase(1), onBase(2), bare(3), bare(4)], bases: [ending] })).toBe(
			'None of 4 needs retraining. 2 endpoints need a newer base model. 2 need attention.',
		);
		const expired = [1, 2].map((number) => customModel({ number, usableUntil: EXPIRED }));
		const users = [1, 2].map((number) => endpoint({ number, model: reference('models', number) }));
		expect(
			reportSummary(checkModels(inventory({ models: expired, endpoints: users }), MOMENT)),
		).toBe(
			'2 of 2 need retraining. 2 models in use have expired, so endpoints use the base model.',
		);
	});

	it('tells its day, in which its dates are as well', () => {
		const page = expirationReport(four(), NOW);
		const title = 'Expiration of custom speech models and endpoints';
		expect(page).toContain(`<title>${title}, 2026-11-01</title>`);
		expect(page).toMatch(new RegExp(`<h1[^>]*>\\s*${title}\\s*</h1>`));
		expect(page).toContain('Checked on 2026-11-01. All dates are in UTC.');
	});

	it('has what needs retraining under that heading, before what needs nothing', () => {
		const page = expirationReport(four(), NOW);
		expect(page).toMatch(
			/>Needs retraining<[^]*>Old<[^]*>Due<[^]*>Undated<[^]*>No retraining needed<[^]*>Fresh</,
		);
	});

	it('tells each state by a word, with its dates and endpoints', () => {
		const page = expirationReport(four(), NOW);
		for (const text of ['Expired', 'Expiring', 'Unknown', 'Usable', 'no known expiration date']) {
			expect(page).toContain(text);
		}
		expect(page).toContain('now on the base model: <bdi>Live</bdi>');
		expect(page).toMatch(/usable until 2028-10-15, \d+ days left/);
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
		const shown = page.match(/<(strong|b)><bdi>/g)?.length ?? 0;
		expect(shown).toBeGreaterThan(40);
		expect(page).toMatch(/\d+ more not listed here, to keep the page short/);
	});

	it('lists everything of a hundred models', () => {
		const models = Array.from({ length: 100 }, (_, index) =>
			model(index + 1, `Name ${index}`, index % 2 ? EXPIRING : VALID),
		);
		const page = expirationReport(findings(models), NOW);
		for (const { displayName } of models) expect(page).toContain(`>${displayName}<`);
		expect(page).not.toContain('not listed here');
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
		expect(expirationReport(bare, NOW)).toMatch(/Needs attention[^]*Endpoint <bdi>Bare/);
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
			/Needs a newer base model[^]*Endpoint <bdi>Bare[^]*until 2026-12-15, 43 days left/,
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

describe('a model without a date, since it is not trained', () => {
	const trained = () =>
		checkModels(
			inventory({
				models: [
					customModel({ number: 1, displayName: 'Live', usableUntil: VALID }),
					customModel({ number: 2, displayName: 'Busy', usableUntil: null, status: 'Running' }),
					customModel({ number: 3, displayName: 'Next', usableUntil: null, status: 'NotStarted' }),
					customModel({ number: 4, displayName: 'Lost', usableUntil: null, status: 'Failed' }),
				],
			}),
			MOMENT,
		);
	/** The heading above a name. */
	const headingOf = (page: string, name: string) =>
		page
			.slice(0, page.indexOf(`<bdi>${name}</bdi>`))
			.match(/<h2[^>]*>([^<]*)/g)
			?.pop();

	it('is in training, or its training failed, and never unknown', () => {
		const page = expirationReport(trained(), NOW);
		expect(headingOf(page, 'Live')).toMatch(/>No retraining needed$/);
		for (const name of ['Busy', 'Next']) expect(headingOf(page, name)).toMatch(/>In training$/);
		expect(headingOf(page, 'Lost')).toMatch(/>Training failed$/);
		expect(page.match(/no expiration date before the training ends/g)).toHaveLength(2);
		expect(page).toContain('no expiration date, because the training failed');
		expect(page).not.toMatch(/Unknown|no known|status is/);
		expect(reportSummary(trained())).toBe('None of 4 needs retraining. 2 are in training.');
	});

	it('is counted under what it is', () => {
		const [table] = expirationReport(trained(), NOW).match(/<table[^]*?<\/table>/) ?? [''];
		expect(table).toMatch(/<caption[^>]*>\s*Models and endpoints by status/);
		const cells = (tag: string) =>
			[
				...table.matchAll(new RegExp(`<${tag}[^>]*>\\s*(?:<strong[^>]*>)?\\s*([^<]*?)\\s*<`, 'g')),
			].map(([, text]) => text);
		expect(cells('th')).toEqual([
			'Expired',
			'Expiring',
			'Usable',
			'In training',
			'Training failed',
		]);
		expect(cells('td')).toEqual(['0', '0', '1', '2', '1']);
		expect(table.match(/<th\s+scope="col"/g)).toHaveLength(5);
	});

	it('has no table for nothing at all', () => {
		expect(expirationReport([], NOW)).not.toContain('<table');
	});
});
