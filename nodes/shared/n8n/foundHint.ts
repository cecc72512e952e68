import type { IExecuteFunctions } from 'n8n-workflow';

import { counted } from '../speech/text';
import { showHints } from './hints';
import { isToolCall } from './toolCall';

/** What a run found done already. */
export interface Found {
	/** A whole sentence for each that was found. */
	sentences: string[];
	/** How many things the run was about. */
	total: number;
	/** What one of them is called, such as `model`. */
	noun: string;
	/** What is said of several, before and after their number: `Already trained the same way`, `Nothing was started.` */
	several: [before: string, after: string];
}

/** One sentence for a whole run, however many items it has; null when nothing was there before. */
export function foundHint({ sentences, total, noun, several }: Found): string | null {
	if (sentences.length === 0) return null;
	if (sentences.length === 1 && total === 1) return sentences[0];
	const share = sentences.length === total ? 'all' : `${sentences.length} of`;
	const [before, after] = several;
	return `${before}: ${share} ${counted(total, noun)}. ${after}`;
}

/** Shows it to a person; an AI agent reads the result, which says it too. */
export function showFound(context: IExecuteFunctions, hint: string | null): void {
	if (hint !== null && !isToolCall(context)) showHints(context, [hint]);
}
