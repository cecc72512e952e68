import { Finding, atMost } from './finding.mts';
import type { RuleSection } from './limits.mts';
import { readableLines } from './lines.mts';
import type { Material } from './material.mts';
import { faultOfPair } from './plainText.mts';

const HEADING = /^#\s*(\w+)\s*$/;
// Not supported in profanity, says the page about display rules.
const PUNCTUATION = /[.,?、!:;？。，¿¡।؟،]/;

const FAULTS: Record<RuleSection, (text: string) => string | undefined> = {
	itn: () => undefined,
	rewrite: faultOfPair,
	profanity: (text) =>
		PUNCTUATION.test(text) ? 'Punctuation is not supported in profanity.' : undefined,
	test: faultOfPair,
};

/**
 * Display rules, in sections of their own kinds of lines.
 */
export async function examineDisplayRules({ lines, limits }: Material) {
	const finding = new Finding();
	let section: RuleSection | undefined;
	const counts: Partial<Record<RuleSection, number>> = {};
	for await (const { number: lineNumber, text } of readableLines(lines, finding)) {
		if (text.trimStart().startsWith('//')) continue;
		const heading = HEADING.exec(text.trim());
		if (heading) {
			const name = heading[1].toLowerCase();
			section = isSection(name) ? name : undefined;
			if (!section) finding.reject({ lineNumber, text, reason: `'#${name}' is no known section.` });
			continue;
		}
		if (!section) {
			finding.reject({ lineNumber, text, reason: 'It belongs to no section.' });
			continue;
		}
		const count = (counts[section] ?? 0) + 1;
		counts[section] = count;
		atMost(count, limits.rules[section] ?? Infinity, `lines under '#${section}'`);
		finding.judge(FAULTS[section](text), { lineNumber, text });
	}
	return finding;
}

function isSection(name: string): name is RuleSection {
	return Object.hasOwn(FAULTS, name);
}
