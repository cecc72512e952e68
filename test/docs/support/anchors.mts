import { proseOf } from './pages.mts';

/** The anchor GitHub gives a heading: lower case, no punctuation, hyphens for spaces. @param {string} heading */
const anchorOf = (heading: string) =>
	heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/[`*_]/g, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-');

/** The anchors of a page; headings of the same text are counted. @param {string} text */
function anchorsOf(text: string) {
	const seen = new Map();
	return [...proseOf(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
		const anchor = anchorOf(heading);
		const before = seen.get(anchor) ?? 0;
		seen.set(anchor, before + 1);
		return before === 0 ? anchor : `${anchor}-${before}`;
	});
}

export { anchorOf, anchorsOf };
