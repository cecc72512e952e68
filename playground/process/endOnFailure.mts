/** Ends this process with a readable sentence when the work of a command fails. */
export async function endOnFailure(work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (error) {
		console.error(`\n${messageOf(error)}`);
		process.exit(1);
	}
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
