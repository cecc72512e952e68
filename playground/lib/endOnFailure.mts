/**
 * Ends this process with a readable sentence when the work of a command fails.
 *
 */
async function endOnFailure(work: Promise<unknown>) {
	try {
		await work;
	} catch (error) {
		console.error(`\n${error.message}`);
		process.exit(1);
	}
}

export { endOnFailure };
