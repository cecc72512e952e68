import { Finding, atMost } from './finding.mts';
import { readableLines } from './lines.mts';
import { faultOfPair } from './plainText.mts';

const HEADING = /^#\s*(\w+)\s*$/;
// Not supported in profanity, says the page about display rules.
const PUNCTUATION = /[.,?、!:;？。，¿¡।؟،]/;

/** @type {Record<string, (text: string) => string | undefined>} */
const FAULTS: Record<string, (text: string) => string | undefined> = {
	itn: () => undefined,
	rewrite: faultOfPair,
	profanity: (text) =>
		PUNCTUATION.test(text) ? 'Punctuation is not supported in profanity.' : undefined,
	test: faultOfPair,
};

/**
 * Display rules, in sections of their own kinds of lines.
 */
async function examineDisplayRules({ lines, limits }: import('./examine.mts').Material) {
	const finding = new Finding();
	/** @type {string | undefined} */
	let section: string | undefined;
	/** @type {Record<string, number>} */
	const counts: Record<string, number> = {};
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

export { examineDisplayRules };
