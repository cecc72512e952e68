import { html } from '../../../nodes/shared/report/html';
import { isolated, reportPage, reportSection } from '../../../nodes/shared/report/page';
import { darkStyles, painted, QUIET, type Tone } from '../../../nodes/shared/report/tones';

const TONE: Tone = {
	name: 'loud',
	light: { color: '#111111', background: '#eeeeee' },
	dark: { color: '#dddddd', background: '#222222' },
};

describe('text in a report', () => {
	it('is escaped', () => {
		expect(html`<p>${`<b title="a" id='b'>&`}</p>`.text).toBe(
			'<p>&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;</p>',
		);
	});

	it('is escaped once, however often it is filled in', () => {
		expect(html`<i>${html`<b>${'&'}</b>`}</i>`.text).toBe('<i><b>&amp;</b></i>');
	});

	it('may be a number, or a list of pieces in their order', () => {
		expect(html`${7}: ${[html`<i>a</i>`, html`<i>b</i>`]}`.text).toBe('7: <i>a</i><i>b</i>');
	});
});

describe('a page of a report', () => {
	const page = reportPage({
		title: 'A & B',
		heading: html`A <b>${'&'}</b> B`,
		facts: ['made <today>', 'twice'],
		content: html`<p>content</p>`,
		tones: [TONE],
	});

	it('has its title at the top and in the tab', () => {
		expect(page).toContain('<title>A &amp; B</title>');
		expect(page).toMatch(/<h1 [^>]*>A <b>&amp;<\/b> B<\/h1>/);
	});

	it('has its facts above the title and its content below', () => {
		expect(page).toMatch(
			/made &lt;today&gt;<\/bdi> · <bdi>twice<\/bdi><\/p>\s*<h1 .*<\/h1>\s*<p>content<\/p>/,
		);
	});

	it('lets a browser fetch and run nothing', () => {
		expect(page).toContain(
			'content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"',
		);
		expect(page).not.toMatch(/<script|<link|src=|href=|url\(/);
	});

	it('prints what is folded on the screen', () => {
		expect(page).toMatch(
			/<style>[^<]*@media print\{[^<]*details::details-content\{[^}]+\}\}[^<]*<\/style>/,
		);
	});

	it('is dark on a screen whose reader prefers that, and light on paper', () => {
		expect(page).toContain('<meta name="color-scheme" content="light dark" />');
		const [, dark] = /@media screen and \(prefers-color-scheme:dark\)\{(.*?\})\}/.exec(page) ?? [];
		expect(dark).toContain('.loud{color:#dddddd!important;background:#222222!important}');
		expect(dark).toContain('.page{');
		expect(page).toMatch(
			/:root\{color-scheme:light\}@media screen\{:root\{color-scheme:light dark\}\}/,
		);
	});

	it('brings its light colors at the elements, for mail programs without style sheets', () => {
		const body = page.slice(page.indexOf('<body'));
		expect(body).toMatch(/<body class="page" style="margin:0;color:#1c2b2e;background:#eef2f3">/);
		expect(body).toMatch(/<body [^>]*>\s*<div class="page" style="[^"]*color:[^"]*background:/);
	});

	it('is set in a font of the system', () => {
		expect(page).toMatch(/font:16px\/1\.5 system-ui,[^"]+sans-serif;/);
	});
});

describe('a part of a report', () => {
	it('stands in a box under its heading', () => {
		const { text } = reportSection('1 < 2', html`<p>content</p>`);
		expect(text).toMatch(/<h2 [^>]*>1 &lt; 2<\/h2>\s*<p>content<\/p>/);
		expect(text).toMatch(/class="box" style="[^"]*border:1px solid;[^"]*border-color:#d5dee0"/);
	});
});

describe('what is painted', () => {
	it('has the light colors at the element and a class for the dark ones', () => {
		expect(painted('margin:0', TONE, QUIET).text).toBe(
			'class="loud quiet" style="margin:0;color:#111111;background:#eeeeee;color:#4a5c61"',
		);
		expect(painted('', TONE).text).toBe('class="loud" style="color:#111111;background:#eeeeee"');
		expect(darkStyles([TONE, QUIET])).toBe(
			'.loud{color:#dddddd!important;background:#222222!important}.quiet{color:#aebfc4!important}',
		);
	});
});

describe('facts in a row', () => {
	it('are kept apart, so that one from right to left reorders none of the others', () => {
		expect(isolated(['a', html`<b>${'<'}</b>`]).text).toBe('<bdi>a</bdi> · <bdi><b>&lt;</b></bdi>');
		expect(isolated([]).text).toBe('');
	});
});
