/**
 * Waits until a condition holds, looking again after every turn of the event loop.
 *
 * @param {() => boolean} condition
 * @returns {Promise<void>}
 */
async function until(condition) {
	while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

module.exports = { until };
