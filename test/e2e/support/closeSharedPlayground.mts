/** Stops what the shared playground started and removes what it stored. */
export default async () => {
	await globalThis.sharedPlayground?.close();
};
