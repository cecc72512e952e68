/** Hears about progress, one line at a time. */
export type Report = (line: string) => void;

/** Shows progress on the terminal. */
export const reportOnTerminal: Report = (line) => {
	console.log(line);
};
