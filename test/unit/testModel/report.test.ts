import { htmlReport } from '../../../nodes/TestModel/report/htmlReport';
import { markdownReport } from '../../../nodes/TestModel/report/markdownReport';
import { hearingOf } from '../../../nodes/TestModel/utterances/parseScore';
import { HOLES } from '../failures';
import { HOSTILE_NAMES, tagsOf } from '../hostileNames';
import { report, utterance } from './reports';

const HOSTILE = '<img src=x onerror=alert(1)>';

/** As many words as a person may let be said of one recording, each of them heard wrongly. */
const babble = (words: number) => 'said '.repeat(words).trim();
const misheard = (words: number) => '小wrong '.repeat(words).trim();

describe.each([
	['page', htmlReport],
	['text', markdownReport],
])('the %s of a test with thousands of recordings', (_form, write) => {
	it.each([
		['short ones', 3_000, 3],
		['long ones', 2_000, 250],
	])('stays below 100 kB, and counts those that found no room: %s', (_what, count, words) => {
		const heard = utterance(babble(words), misheard(words), babble(words));
		const utterances = Array.from({ length: count }, (_, index) => ({
			...heard,
			audio: `call-${index}-${'x'.repeat(200)}.wav`,
		}));
		const text = write(report({ utterances, testName: '<'.repeat(200) }));
		expect(Buffer.byteLength(text)).toBeLessThan(100_000);
		expect(text).toMatch(/call-0/);
		expect(text).toMatch(/\d+ more recordings not shown here, to keep the report short/);
	});
});

describe('the page of a test', () => {
	it.each(HOSTILE_NAMES)('has the same tags and attributes whatever a name is: %j', (name) => {
		const page = (each: string) =>
			htmlReport(
				report({
					testName: each,
					datasetName: each,
					locale: each,
					remarks: [each],
					candidate: { ...report().candidate, name: each, role: each },
					utterances: [utterance('said', 'said', 'said', each)],
				}),
			);
		expect(tagsOf(page(name))).toEqual(tagsOf(page('Retail')));
	});

	it('tells verdict, reason, both models with their figures, and where they err', () => {
		const page = htmlReport(report());
		for (const text of [
			'Better',
			'Its word error rate is 6.4% instead of 11.8%',
			'Retail en-US (base 20260912)',
			'used by endpoint &#39;Retail live&#39;',
			'11.8%',
			'6.4%',
			'41%',
			'27.4%',
			'12,345',
			'812',
			'-339',
			'call-17.wav',
		]) {
			expect(page).toContain(text);
		}
		expect(page).not.toMatch(HOLES);
	});

	it('is called a test report, of which model and on which dataset, in the tab and as its heading', () => {
		const page = htmlReport(report());
		const title = 'Test report: Retail en-US (base 20260912) on Calls of October';
		expect(page).toContain(`<title>${title}</title>`);
		const [, heading] = /<h1[^>]*>(.*?)<\/h1>/.exec(page) ?? [];
		expect(heading.replace(/<\/?bdi>/g, '')).toBe(title);
		const nameless = htmlReport(report({ datasetName: '', day: null }));
		expect(nameless).toContain('<title>Test report: Retail en-US (base 20260912)</title>');
		expect(nameless).not.toMatch(HOLES);
	});

	it('says beside each bar and number whose it is, and of what', () => {
		const page = htmlReport(report());
		const tables = page.match(/<table[^]*?<\/table>/g) ?? [];
		expect(tables).toHaveLength(3);
		for (const table of tables) {
			expect(table).toMatch(/<caption[^>]*>\s*\S/);
			expect(table).toMatch(/<th\s+scope="row"/);
			expect(table).not.toMatch(/<th(?!\s+scope=")/);
		}
		const rates = tables.slice(0, 2).map((table) => [...table.matchAll(/<th[^>]*>\s*(\w+)/g)]);
		for (const heads of rates) {
			expect(heads.map(([, name]) => name)).toEqual(['Reference', 'Model']);
		}
		expect(tables[2].match(/<th\s+scope="col"/g)).toHaveLength(3);
	});

	it.each([
		['notBetter', 'Not better'],
		['inconclusive', 'Inconclusive'],
	] as const)('says %s in words', (verdict, words) => {
		expect(htmlReport(report({ verdict: { verdict, why: 'Because.' } }))).toContain(words);
	});

	it('has no verdict for an inspection', () => {
		expect(htmlReport(report({ verdict: null }))).not.toMatch(/Better|Inconclusive/);
	});

	it('marks what was left out, put in and misheard in words a reader of its source would know', () => {
		const page = htmlReport(report({ utterances: [utterance('a b c', 'a b c', 'a x y c')] }));
		expect(page).toMatch(/<del[^>]*>b<\/del\s*>[^]*<ins[^>]*>[xy]<\/ins/);
		expect(page).toContain('2 errors');
		expect(page).toContain('0 errors');
	});

	it('needs no figures and no recordings', () => {
		const none = report({ utterances: [] });
		for (const model of [none.reference, none.candidate]) {
			for (const name of Object.keys(model.figures)) Object.assign(model.figures, { [name]: null });
		}
		const page = htmlReport(none);
		expect(page).not.toMatch(HOLES);
		expect(page).not.toContain('Recordings with the most errors');
	});

	it('draws no bar beyond its place, also when both rates are 0', () => {
		const none = report();
		none.reference.figures.wordErrorRate = 0;
		none.candidate.figures.wordErrorRate = 0;
		const widths = [
			...htmlReport(none).matchAll(/-bar" style="[^"]*width:([\d.]+)%;background/g),
		].map(([, width]) => Number(width));
		expect(widths.length).toBeGreaterThanOrEqual(4);
		expect(Math.max(...widths)).toBeLessThanOrEqual(100);
	});

	it('fetches nothing and runs nothing', () => {
		expect(htmlReport(report())).not.toMatch(/<script|<img|<link|https?:|url\(/i);
	});

	it('shows hostile text as text, wherever it comes from', () => {
		const hostile = report({
			testName: HOSTILE,
			datasetName: HOSTILE,
			locale: HOSTILE,
			remarks: [HOSTILE],
			verdict: { verdict: 'better', why: HOSTILE },
			utterances: [
				utterance(HOSTILE, `heard ${HOSTILE}`, 'nothing', HOSTILE),
				{
					audio: 'a',
					said: null,
					reference: hearingOf(null, HOSTILE, null),
					candidate: hearingOf(null, null, [{ kind: 'substitution', said: null, heard: HOSTILE }]),
				},
			],
		});
		hostile.candidate.name = HOSTILE;
		hostile.reference.name = `"${HOSTILE}`;
		hostile.reference.role = HOSTILE;
		const page = htmlReport(hostile);
		expect(page).not.toContain('<img');
		expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
	});
});

describe('the Markdown of a test', () => {
	it('tells the same', () => {
		expect(markdownReport(report())).toBe(
			`# Test report: Retail en-US (base 20260912) on Calls of October

en-US · Tested on 2026-11-01 (UTC)

**Better.** Its word error rate is 6.4% instead of 11.8%, 5.38 points (45.6%) less, on 12,345 words.

| | Retail en-US (used by endpoint 'Retail live') | Retail en-US (base 20260912) |
| --- | ---: | ---: |
| Word error rate | 11.8% | 6.4% |
| Sentence error rate | 41% | 27.4% |
| Words | 12,345 | 12,345 |
| Insertions | 301 | 118 |
| Deletions | 344 | 202 |
| Substitutions | 812 | 473 |

## Recordings with the most errors

**call-17.wav**
- Transcript: I would like to return my order of the Contoso kettle
- Reference model (3 errors): i would like to return my ~~order~~ **odor** of the ~~Contoso~~ **contour** ~~kettle~~ **settle**
- New model (2 errors): i would like to return ~~my~~ order of the contoso **um** kettle

Test Retail en-US (base 20260912) against Retail en-US (1b2c3d4e-0000-4000-8000-000000000001)
`,
		);
	});

	it.each([
		[HOSTILE, '&lt;img src=x onerror=alert(1)&gt;'],
		['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
		['a | b\n# c', 'a \\| b \\# c'],
		['**bold** `code` _x_', '\\*\\*bold\\*\\* \\`code\\` \\_x\\_'],
		['&lt;script&gt;', '&amp;lt;script&amp;gt;'],
	])('takes the meaning from %j', (text, shown) => {
		expect(markdownReport(report({ remarks: [text] }))).toContain(`\n${shown}\n`);
	});
});
