'use strict';

const { countsOf } = require('../scoring/figures.js');
const { textOf } = require('../scoring/words.js');

/** What cannot be parsed as JSON, whatever a client expects in it. */
const UNREADABLE = '{"recognizedPhrases": [';

/**
 * How one model did with one audio file. Of the real format only `recognizedPhrases[].nBest[].scoringResult` is known,
 * from a public client that reads it: words parted by commas, errors between tags, a deleted word as `@`. The texts
 * and counts beside it are ours.
 * @param {import('../scoring/recognise.js').Recognition} recognition
 * @param {string} locale
 * @param {import('../quirks.js').Quirks} quirks
 */
function scoreFile(recognition, locale, { scoreFiles }) {
	if (scoreFiles === 'unreadable') return Buffer.from(UNREADABLE);
	const { audio, steps } = recognition;
	const heard = steps.flatMap((step) => step.heard ?? []);
	const said = steps.flatMap((step) => step.said ?? []);
	const phrase = { lexical: textOf(heard, locale), scoringResult: steps.map(marked).join(',') };
	const file = {
		...(scoreFiles === 'full'
			? {
					source: audio,
					referenceText: textOf(said, locale),
					recognizedText: phrase.lexical,
					...countsOf([recognition]),
				}
			: {}),
		recognizedPhrases: [{ nBest: [phrase] }],
	};
	return Buffer.from(JSON.stringify(file, null, 2));
}

/** @param {import('../scoring/recognise.js').Step} step */
function marked({ kind, heard = '@' }) {
	return kind === 'correct' ? heard : `<${kind}>${heard}</${kind}>`;
}

module.exports = { scoreFile };
