'use strict';

const { Finding, atMost } = require('./finding.js');
const { readableLines } = require('./lines.js');
const { faultOfPair } = require('./plainText.js');

const HEADING = /^#\s*(\w+)\s*$/;
// Not supported in profanity, says the page about display rules.
const PUNCTUATION = /[.,?、!:;？。，¿¡।؟،]/;

/** @type {Record<string, (text: string) => string | undefined>} */
const FAULTS = {
	itn: () => undefined,
	rewrite: faultOfPair,
	profanity: (text) =>
		PUNCTUATION.test(text) ? 'Punctuation is not supported in profanity.' : undefined,
	test: faultOfPair,
};

/**
 * Display rules, in sections of their own kinds of lines.
 * @param {import('./examine.js').Material} material
 */
async function examineDisplayRules({ lines, limits }) {
	const finding = new Finding();
	/** @type {string | undefined} */
	let section;
	/** @type {Record<string, number>} */
	const counts = {};
	for await (const { number: lineNumber, text } of readableLines(lines, finding)) {
		if (text.trimStart().startsWith('//')) continue;
		const heading = HEADING.exec(text.trim());
		if (heading) {
			const name = heading[1].toLowerCase();
			section = Object.hasOwn(FAULTS, name) ? name : undefined;
			if (!section) finding.reject({ lineNumber, text, reason: `'#${name}' is no known section.` });
			continue;
		}
		if (!section) {
			finding.reject({ lineNumber, text, reason: 'It belongs to no section.' });
			continue;
		}
		counts[section] = (counts[section] ?? 0) + 1;
		atMost(counts[section], limits.rules[section] ?? Infinity, `lines under '#${section}'`);
		finding.judge(FAULTS[section](text), { lineNumber, text });
	}
	return finding;
}

module.exports = { examineDisplayRules };
