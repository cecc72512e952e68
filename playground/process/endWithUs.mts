/** Exit codes of a process that a signal ends, as a shell tells them. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

const endings = new Set<() => void>();
let listening = false;

/**
 * Has something ended at the latest when this process ends, whether it returns, throws or is told to stop.
 *
 * @param ending synchronous, since a process that exits waits for nothing
 * @returns call it when the thing has ended by itself
 */
export function endWithUs(ending: () => void): () => void {
	if (!listening) listen();
	endings.add(ending);
	return () => {
		endings.delete(ending);
	};
}

function listen() {
	listening = true;
	process.once('exit', () => {
		for (const ending of [...endings].reverse()) ending();
	});
	// A signal nobody listens for ends a process without its 'exit' event.
	for (const signal of SIGNALS) process.once(signal, () => process.exit(EXIT_CODES[signal]));
}
