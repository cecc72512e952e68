import type { DatasetKind } from '../../../contract/types.d.ts';

const MB = 1024 * 1024;

/**
 * How much a dataset may hold, as the pages about training data and about quotas have it. Where they differ, the
 * page about training data counts: 200 MB of plain text, 20 lists of 35,000 items. 1 MB is read as 1,048,576 bytes.
 */
export interface Limits {
	bytes: Record<DatasetKind, number>;
	files: number;
	audioSeconds: number;
	trainingSeconds: number;
	lists: number;
	itemsPerList: number;
	pronunciations: number;
	pronunciationsPerWord: number;
	rules: Partial<Record<RuleSection, number>>;
}

/** The sections of display rules; how many tests there are is not limited. */
export type RuleSection = 'itn' | 'rewrite' | 'profanity' | 'test';

/** What may be changed of the limits, each by itself. */
export type LimitChanges = Partial<Omit<Limits, 'bytes' | 'rules'>> & {
	bytes?: Partial<Limits['bytes']>;
	rules?: Limits['rules'];
};

const defaultLimits: Limits = {
	bytes: {
		Language: 200 * MB,
		LanguageMarkdown: 200 * MB,
		Pronunciation: MB,
		OutputFormatting: 10 * MB,
		Acoustic: 2048 * MB,
		AudioFiles: 2048 * MB,
	},
	files: 10_000,
	audioSeconds: 7200,
	trainingSeconds: 40,
	lists: 20,
	itemsPerList: 35_000,
	pronunciations: 15_000,
	pronunciationsPerWord: 2,
	rules: { itn: 200, rewrite: 1000, profanity: 1000 },
};

/**
 * The limits with some of them changed.
 */
export function limitsWith(changes: LimitChanges = {}): Limits {
	return {
		...defaultLimits,
		...changes,
		bytes: { ...defaultLimits.bytes, ...changes.bytes },
		rules: { ...defaultLimits.rules, ...changes.rules },
	};
}
