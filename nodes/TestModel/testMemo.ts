import type { Twin } from '../shared/speech/twins';
import type { ComparisonRule } from './verdict/compareModels';

/** What the end of a test wants to know; stored as plain data while the test runs. */
export interface TestMemo {
	/** Null for an inspection, which has no verdict. */
	rule: ComparisonRule | null;
	candidate: TestedModel;
	reference: TestedModel;
	datasetName: string;
	/** Whole sentences a reader must know. */
	remarks: string[];
	/** Whether the test was there before. */
	reused: boolean;
	/** What was given up of a test started twice at once. */
	twin?: Twin | null;
	simplified: boolean;
	/** Whether a report is made. */
	report: boolean;
	/** How many of the worst recordings are told; 0 leaves the result files unread. */
	worst: number;
}

export interface TestedModel {
	id: string;
	displayName: string;
	/** What it is to the person, such as `served by endpoint 'Retail live'`; null when there is nothing to add. */
	role: string | null;
}
