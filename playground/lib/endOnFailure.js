/**
 * Ends this process with a readable sentence when the work of a command fails.
 *
 * @param {Promise<unknown>} work
 */
async function endOnFailure(work) {
	try {
		await work;
	} catch (error) {
		console.error(`\n${error.message}`);
		process.exit(1);
	}
}

module.exports = { endOnFailure };
