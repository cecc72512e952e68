import { isTranscriptLine } from './foreignText';
import type { LineRules } from './lineRules';
import { LocaleRules } from './localeRules';
import { MisplacedTranscripts } from './misplacedTranscripts';
import { checkSentence } from './sentence';

/** Plain text: what the service's guide says it drops is told, and stops nothing. */
export function plainTextRules(locale: string): LineRules {
	const localeRules = new LocaleRules('plainText', locale);
	const transcripts = new MisplacedTranscripts();
	return {
		line(text, number, report) {
			if (isTranscriptLine(text)) {
				transcripts.add(number);
				return;
			}
			if (checkSentence(text, { line: number }, report)) report.lines.taken += 1;
			localeRules.line(text, { line: number });
		},
		end(report) {
			transcripts.end(report);
			localeRules.end(report);
		},
	};
}
