const MB = 1024 * 1024;

/**
 * How much a dataset may hold, as the pages about training data and about quotas have it. Where they differ, the
 * page about training data counts: 200 MB of plain text, 20 lists of 35,000 items. 1 MB is read as 1,048,576 bytes.
 */
export interface Limits {
	bytes: Record<string, number>;
	files: number;
	audioSeconds: number;
	trainingSeconds: number;
	lists: number;
	itemsPerList: number;
	pronunciations: number;
	pronunciationsPerWord: number;
	rules: Record<string, number>;
}

/** @type {Limits} */
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
function limitsWith(changes: Partial<Limits> = {}): Limits {
	return {
		...defaultLimits,
		...changes,
		bytes: { ...defaultLimits.bytes, ...changes.bytes },
		rules: { ...defaultLimits.rules, ...changes.rules },
	};
}

export { limitsWith };
