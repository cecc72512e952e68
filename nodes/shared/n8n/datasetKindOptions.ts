import type { INodePropertyOptions } from 'n8n-workflow';

import { kindName } from '../speech/datasetKinds';
import type { DatasetKind } from '../speech/entities';

const DESCRIPTIONS: Record<DatasetKind, string> = {
	Acoustic: 'Audio files with their transcripts',
	AudioFiles: 'Audio files without transcripts',
	OutputFormatting: 'Rules for displaying text',
	Language: 'Related text, one sentence per line',
	Pronunciation: 'How words are spoken',
	LanguageMarkdown: 'Sentence patterns with lists, in Markdown',
};

/** The dataset kinds as Azure's portal names them, in the order of those names. */
export const datasetKindOptions: INodePropertyOptions[] = Object.entries(DESCRIPTIONS).map(
	([value, description]) => ({ name: kindName(value), value, description }),
);
