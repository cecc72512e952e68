/** Stops what the shared playground started and removes what it stored. */
module.exports = async () => {
	await globalThis.sharedPlayground?.close();
};
