import { html, type SafeHtml } from './html';
import { BOX, darkStyles, PAGE, PAGE_TONES, painted, QUIET, type Tone } from './tones';

const FONT = "16px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
// Paper is light whatever the reader's screen is. What is folded on screen is printed too, and bars are printed with
// their colors. Mail programs drop all of this, and unfold everything anyway.
const PAPER =
	':root{color-scheme:light}@media screen{:root{color-scheme:light dark}}' +
	'@media print{.page{background:#fff!important}h2,caption{break-after:avoid}' +
	'details::details-content{content-visibility:visible;height:auto}}' +
	'td,th,div,span,del,ins{-webkit-print-color-adjust:exact;print-color-adjust:exact}';

/** A report before it is a page of its own. */
export interface ReportPage {
	/** The title of the tab. */
	title: string;
	/** The same as a heading, in which names may run from right to left. */
	heading: SafeHtml;
	/** A quiet line above the heading: what it is about, and when it was made. */
	facts: string[];
	content: SafeHtml;
	/** The tones in the content besides those of every page. */
	tones: Tone[];
}

/**
 * A report as a page of its own: no script, no link, nothing fetched. It is dark where the reader prefers that.
 * Light styles are at the elements, because mail programs drop style sheets; each text color there comes with a ground,
 * so that a program that darkens pages by itself changes both.
 */
export function reportPage({ title, heading, facts, content, tones }: ReportPage): string {
	const dark = darkStyles([...PAGE_TONES, ...tones]);
	const styles = `${PAPER}@media screen and (prefers-color-scheme:dark){${dark}}`;
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="supported-color-schemes" content="light dark" />
				<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
				<title>${title}</title>
				<style>
					${styles}
				</style>
			</head>
			<body ${painted('margin:0', PAGE)}>
				<div ${painted('padding:1px 0', PAGE)}>
					<main
						style="display:block;max-width:760px;margin:0 auto;padding:24px 16px;font:${FONT};overflow-wrap:anywhere"
					>
						<p ${painted('margin:0', QUIET)}>${isolated(facts)}</p>
						<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">${heading}</h1>
						${content}
					</main>
				</div>
			</body>
		</html>`;
	return page.text;
}

/** A part of a report in a box of its own. */
export function reportSection(heading: string, content: SafeHtml): SafeHtml {
	return html`<section ${painted('margin:0 0 16px;padding:16px;border:1px solid', BOX)}>
		<h2 style="margin:0 0 8px;font-size:18px">${heading}</h2>
		${content}
	</section>`;
}

/** Facts in a row; one that is written from right to left does not reorder the others. */
export function isolated(facts: Array<string | SafeHtml>): SafeHtml {
	return html`${facts.map((fact, index) => html`${index === 0 ? '' : ' · '}<bdi>${fact}</bdi>`)}`;
}
