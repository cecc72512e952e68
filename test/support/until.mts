/**
 * Waits until a condition holds, looking again after every turn of the event loop.
 *
 */
async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

export { until };
