import type { INodePropertyOptions } from 'n8n-workflow';

import type { DATASET_KINDS } from '../speech/entities';

const PORTAL_NAMES: Record<(typeof DATASET_KINDS)[number], { name: string; description: string }> =
	{
		Acoustic: {
			name: 'Audio + Human-Labeled Transcript',
			description: 'Audio files with their transcripts',
		},
		AudioFiles: { name: 'Audio Only', description: 'Audio files without transcripts' },
		OutputFormatting: { name: 'Output Format', description: 'Rules for displaying text' },
		Language: { name: 'Plain Text', description: 'Related text, one sentence per line' },
		Pronunciation: { name: 'Pronunciation', description: 'How words are spoken' },
		LanguageMarkdown: {
			name: 'Structured Text',
			description: 'Sentence patterns with lists, in Markdown',
		},
	};

/** The dataset kinds as Azure's portal names them, in the order of those names. */
export const datasetKindOptions: INodePropertyOptions[] = Object.entries(PORTAL_NAMES).map(
	([value, text]) => ({ ...text, value }),
);
