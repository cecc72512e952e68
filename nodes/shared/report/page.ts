import { html, type SafeHtml } from './html';

/** Colours of every report. Each text colour has a contrast of at least 4.5 on the grounds it stands on. */
export const QUIET_COLOUR = '#4a5c61';
export const RULE_COLOUR = '#d5dee0';

const FONT = "16px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
// What is folded on screen is printed too. Mail programs drop this, and unfold everything anyway.
const PRINT = '@media print{details::details-content{content-visibility:visible;height:auto}}';

/**
 * A report as a page of its own: no script, no link, nothing fetched.
 * Styles stand at the elements, because mail programs drop style sheets.
 *
 * @param facts A quiet line above the title: what it is about, and when it was made.
 */
export function reportPage(title: string, facts: string, content: SafeHtml): string {
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light" />
				<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
				<title>${title}</title>
				<style>
					${PRINT}
				</style>
			</head>
			<body style="margin:0;background:#eef2f3">
				<div
					style="max-width:760px;margin:0 auto;padding:24px 16px;font:${FONT};color:#1c2b2e;overflow-wrap:anywhere"
				>
					<p style="margin:0;color:${QUIET_COLOUR}">${facts}</p>
					<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">${title}</h1>
					${content}
				</div>
			</body>
		</html>`;
	return page.text;
}

/** A part of a report in a box of its own. */
export function reportSection(heading: string, content: SafeHtml): SafeHtml {
	return html`<div
		style="margin:0 0 16px;padding:16px;background:#ffffff;border:1px solid ${RULE_COLOUR}"
	>
		<h2 style="margin:0 0 8px;font-size:18px">${heading}</h2>
		${content}
	</div>`;
}
