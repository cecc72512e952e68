interface Entry {
	/** By the emulator's clock, in milliseconds since the epoch. */
	dueAt: number;
	work: () => void;
}

/** What is to be done at some moment of the emulator's clock, which may stand still, run fast or jump. */
export class Agenda {
	private entries: Entry[] = [];

	add(dueAt: number, work: () => void) {
		this.entries.push({ dueAt, work });
	}

	/** Does what is due, the earliest first. What that adds waits for the next time. */
	runDue(now: number) {
		const due = this.entries.filter(({ dueAt }) => dueAt <= now);
		this.entries = this.entries.filter(({ dueAt }) => dueAt > now);
		for (const { work } of due.sort((one, other) => one.dueAt - other.dueAt)) work();
	}
}
