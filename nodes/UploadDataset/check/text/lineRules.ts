import type { CheckReport } from '../finding';

/** The rules of one kind of text, told line by line. A new object serves each text. */
export interface LineRules {
	/** Judges a line that is neither blank nor too long, and counts it when it holds something to take. @param number From 1. */
	line(text: string, number: number, report: CheckReport): void;
	/** Judges the text as a whole, after its last line. */
	end?(report: CheckReport): void;
}
