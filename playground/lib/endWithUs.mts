/** @type {Set<() => void>} */
const endings: Set<() => void> = new Set();
let listening = false;

/**
 * Has something ended at the latest when this process ends, whether it returns, throws or is told to stop.
 *
 * @param ending synchronous, since a process that exits waits for nothing
 * @returns call it when the thing has ended by itself
 */
function endWithUs(ending: () => void): () => void {
	if (!listening) listen();
	endings.add(ending);
	return () => endings.delete(ending);
}

function listen() {
	listening = true;
	process.once('exit', () => {
		for (const ending of [...endings].reverse()) ending();
	});
	// A signal nobody listens for ends a process without its 'exit' event.
	const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
	for (const [signal, code] of Object.entries(exitCodes)) {
		process.once(signal, () => process.exit(code));
	}
}

export { endWithUs };
