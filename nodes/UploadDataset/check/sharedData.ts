import type { Findings } from './finding';
import type { Signature } from './signature';
import { TRANSCRIPT } from './zip/transcript';

/** What holds for both directions; the guide asks for tests with data the model has not seen. */
const MEND = 'Keep test data out of the training: a test on data the model knows says too little.';

/**
 * Names what a dataset shares with another one that is used for the opposite.
 *
 * @param other How the other one is called in a sentence, such as `the training data 'calls.zip'`.
 * @param theirs Keys of files and lines of the other one.
 */
export function findSharedData(
	mine: Signature,
	theirs: { files: ReadonlySet<string>; lines: ReadonlySet<string> },
	other: string,
	findings: Findings,
): void {
	for (const [content, file] of mine.files) {
		if (!theirs.files.has(content)) continue;
		findings.add(`The audio is in ${other} as well.`, MEND, { file });
	}
	for (const [digest, line] of mine.lines) {
		if (!theirs.lines.has(digest)) continue;
		findings.add(`The line says what ${other} says as well.`, MEND, { line, file: TRANSCRIPT });
	}
}
