/**
 * The timers n8n's wait tracker gets in place of Node's: it looks for due executions many times a second
 * instead of once a minute, and what it has set a timer for starts as soon as the clock says so.
 */
const LOOK_EVERY_MS = 200;

/** @type {Set<{ due: number, timer: NodeJS.Timeout, act: () => void }>} */
const pending: Set<{ due: number; timer: NodeJS.Timeout; act: () => void }> = new Set();

function lookOften(look) {
	return setInterval(look, LOOK_EVERY_MS);
}

function startAt(start, delay) {
	const entry = { due: Date.now() + delay };
	entry.act = () => {
		cancel(entry);
		start();
	};
	entry.timer = setTimeout(entry.act, delay);
	pending.add(entry);
	return entry;
}

function cancel(entry) {
	pending.delete(entry);
	clearTimeout(entry.timer);
}

/** Starts what has become due because the clock was moved. */
function startWhatIsDue() {
	for (const entry of [...pending]) if (entry.due <= Date.now()) entry.act();
}

const forTracker = { setInterval: lookOften, setTimeout: startAt, clearTimeout: cancel };

export { startWhatIsDue, forTracker };
