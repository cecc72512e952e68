import { countsOf } from '../scoring/figures.mts';
import { textOf } from '../scoring/words.mts';

/** What cannot be parsed as JSON, whatever a client expects in it. */
const UNREADABLE = '{"recognizedPhrases": [';

/**
 * How one model did with one audio file. Of the real format only `recognizedPhrases[].nBest[].scoringResult` is known,
 * from a public client that reads it: words parted by commas, errors between tags, a deleted word as `@`; and that
 * `lexical` stays empty for a model with displayed text only. The texts and counts beside it are ours.
 */
function scoreFile(
	recognition: import('../scoring/recognise.mts').Recognition,
	locale: string,
	{
		tells,
		lexical,
		measured,
	}: { tells: import('../quirks.mts').Quirks['scoreFiles']; lexical: boolean; measured: boolean },
) {
	if (tells === 'unreadable') return Buffer.from(UNREADABLE);
	const { audio, steps } = recognition;
	const heard = textOf(
		steps.flatMap((step) => step.heard ?? []),
		locale,
	);
	const said = steps.flatMap((step) => step.said ?? []);
	const phrase = {
		...(lexical ? { lexical: heard } : { lexical: '', display: displayed(heard) }),
		...(measured ? { scoringResult: steps.map(marked).join(',') } : {}),
	};
	const file = {
		...(tells === 'full'
			? {
					source: audio,
					recognizedText: heard,
					...(measured ? { referenceText: textOf(said, locale), ...countsOf([recognition]) } : {}),
				}
			: {}),
		recognizedPhrases: [{ nBest: [phrase] }],
	};
	return Buffer.from(JSON.stringify(file, null, 2));
}

/**
 * A text as it is displayed.
 */
function displayed(text: string) {
	return text === '' ? '' : `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** @param {import('../scoring/recognise.mts').Step} step */
function marked({ kind, heard = '@' }: import('../scoring/recognise.mts').Step) {
	return kind === 'correct' ? heard : `<${kind}>${heard}</${kind}>`;
}

export { scoreFile };
