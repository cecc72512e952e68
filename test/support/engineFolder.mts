/** Where n8n-core writes during this run. Made before all tests, taken away after them. */
export function engineFolder(): string {
	const folder = process.env.ENGINE_FOLDER;
	if (folder === undefined) throw new Error('The folder of the engine was not made');
	return folder;
}
