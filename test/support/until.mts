/** Waits until a condition holds, looking again after every turn of the event loop; moved clocks do not matter. */
export async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
