import { html } from '../../../nodes/shared/report/html';
import {
	QUIET_COLOUR,
	reportPage,
	reportSection,
	RULE_COLOUR,
} from '../../../nodes/shared/report/page';

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
	const page = reportPage('A & B', 'made <today>', html`<p>content</p>`);

	it('has its title at the top and in the tab', () => {
		expect(page).toContain('<title>A &amp; B</title>');
		expect(page).toMatch(/<h1 [^>]*>A &amp; B<\/h1>/);
	});

	it('has its facts above the title and its content below', () => {
		expect(page).toMatch(
			new RegExp(`color:${QUIET_COLOUR}">made &lt;today&gt;</p>\\s*<h1 .*</h1>\\s*<p>content</p>`),
		);
	});

	it('lets a browser fetch and run nothing', () => {
		expect(page).toContain(
			'content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"',
		);
		expect(page).not.toMatch(/<script|<link|src=|href=|url\(/);
	});

	it('prints what is folded on the screen', () => {
		expect(page).toMatch(/<style>\s*@media print\{details::details-content\{[^}]+\}\}\s*<\/style>/);
	});

	it('is set in a font of the system', () => {
		expect(page).toMatch(/font:16px\/1\.5 system-ui,[^"]+sans-serif;/);
	});
});

describe('a part of a report', () => {
	it('stands in a box under its heading', () => {
		const { text } = reportSection('1 < 2', html`<p>content</p>`);
		expect(text).toMatch(/<h2 [^>]*>1 &lt; 2<\/h2>\s*<p>content<\/p>/);
		expect(text).toContain(`border:1px solid ${RULE_COLOUR}`);
	});
});

/** How bright a colour looks, as the Web Content Accessibility Guidelines define it. */
function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const share = parseInt(colour.slice(at, at + 2), 16) / 255;
		return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the quiet colour of a report', () => {
	it.each(['#ffffff', '#eef2f3'])('can be read on %s', (ground) => {
		const contrast = (luminance(ground) + 0.05) / (luminance(QUIET_COLOUR) + 0.05);
		expect(contrast).toBeGreaterThanOrEqual(4.5);
	});
});
