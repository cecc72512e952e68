/**
 * The timers n8n's wait tracker gets in place of Node's: it looks for due executions many times a second
 * instead of once a minute, and what it has set a timer for starts as soon as the clock says so.
 */
const LOOK_EVERY_MS = 200;

/** What is to start at a time of the moved clock. */
interface Entry {
	due: number;
	timer: NodeJS.Timeout;
	act: () => void;
}

const pending = new Set<Entry>();

export const forTracker = { setInterval: lookOften, setTimeout: startAt, clearTimeout: cancel };

/** Starts what has become due because the clock was moved. */
export function startWhatIsDue(): void {
	for (const entry of [...pending]) if (entry.due <= Date.now()) entry.act();
}

function lookOften(look: () => void): NodeJS.Timeout {
	return setInterval(look, LOOK_EVERY_MS);
}

function startAt(start: () => void, delay: number): Entry {
	const act = () => {
		cancel(entry);
		start();
	};
	const entry: Entry = { due: Date.now() + delay, timer: setTimeout(act, delay), act };
	pending.add(entry);
	return entry;
}

function cancel(entry: Entry): void {
	pending.delete(entry);
	clearTimeout(entry.timer);
}
