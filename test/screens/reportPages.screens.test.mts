import { closedAfterAll } from '../e2e/support/closedAfterAll.mts';
import { REPORT_CASES } from '../e2e/support/reportCases.mts';
import { openReports, type Reports } from '../e2e/support/reports.mts';
import { reportsOfNodes } from '../e2e/support/reportsOfNodes.mts';

const SCHEMES = ['light', 'dark'] as const;

describe('A page that Check Expiration or Test Model makes', () => {
	let reports: Reports;
	const opened = closedAfterAll();
	beforeAll(async () => {
		reports = opened(await openReports());
	});

	describe.each(REPORT_CASES)('%s', (name, html) => {
		test.each(SCHEMES)('can be read by everybody on a %s screen', async (scheme) => {
			const view = { width: 860, scheme, picture: `${name}-${scheme}` };
			expect(await reports.violations(html, view)).toEqual([]);
		});

		test('fits a phone', async () => {
			const view = { width: 390, scheme: 'dark', picture: `${name}-phone` } as const;
			const seen = await reports.show(html, view);
			expect(seen).toMatchObject({ overflow: [], requests: [], complaints: [] });
			expect(await reports.violations(html, view)).toEqual([]);
		});

		test.each(SCHEMES)('can be read in a %s mail program that drops its styles', async (scheme) => {
			const view = { width: 860, scheme, picture: `${name}-mail-${scheme}` };
			expect(await reports.violations(asMail(html, scheme), view)).toEqual([]);
		});

		test('is light on paper, whatever the screen is, and stays below 100 kB', async () => {
			const view = {
				width: 794,
				scheme: 'dark',
				media: 'print',
				picture: `${name}-print`,
			} as const;
			expect(await reports.violations(html, view)).toEqual([]);
			expect(await reports.ground(html, view)).toBe('rgb(255, 255, 255)');
			expect(Buffer.byteLength(html)).toBeLessThan(100_000);
		});
	});

	test('is found wanting when it is', async () => {
		const [[, html]] = REPORT_CASES.slice(2);
		const view = { width: 860, scheme: 'dark', picture: 'report-found-wanting' } as const;
		const faint = html.replace('.quiet{color:#aebfc4', '.quiet{color:#334044');
		const nameless = html.replace(/ aria-label="[^"]*"/g, '');
		expect(await reports.violations(faint, view)).toContainEqual(expect.stringMatching(/contrast/));
		expect(await reports.violations(nameless, view)).toContainEqual(expect.stringMatching(/alt/));
	});

	test.each(SCHEMES)('of a run in n8n says what it is on a %s screen', async (scheme) => {
		const pages = await reportsOfNodes();
		for (const [name, html] of Object.entries(pages)) {
			const view = { width: 860, scheme, picture: `run-${name}-${scheme}` };
			expect(await reports.violations(html, view)).toEqual([]);
		}
		expect(pages.expiration).toMatch(/<h2[^>]*>In training<[^]*?<bdi>Being trained</);
		expect(pages.expiration).not.toMatch(/no known expiration date/);
		expect(pages.test).toMatch(/<title>Test report: Retail new on Calls of October</);
	});
});

/** What is left of a page in a mail: its body, in a page of the program's own. */
function asMail(html: string, scheme: 'light' | 'dark'): string {
	const [, body] = /<body[^>]*>([^]*)<\/body>/.exec(html) ?? [];
	const colors =
		scheme === 'dark' ? 'color:#ffffff;background:#000000' : 'color:#000000;background:#ffffff';
	return `<!doctype html><html lang="en"><head><title>Mail</title></head><body style="${colors}">${body}</body></html>`;
}
