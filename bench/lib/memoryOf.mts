import { readFileSync } from 'node:fs';

const EVERY_MS = 50;
const MIB = 1024 * 1024;

/** Resident memory of a process in MiB; Linux only. */
export function residentMemory(pid: number): number {
	const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	if (!found) throw new Error(`Linux tells no resident memory of process ${pid}`);
	return (Number(found[1]) * 1024) / MIB;
}

/** Watches the resident memory of a process until it is stopped. */
export function watchMemory(pid: number) {
	const samples: { at: number; mib: number }[] = [];
	const timer = setInterval(() => {
		samples.push({ at: Date.now(), mib: residentMemory(pid) });
	}, EVERY_MS);
	return {
		stop() {
			clearInterval(timer);
		},
		/** The highest in a span of time, in MiB. */
		peak(from: number, to: number): number {
			const within = samples.filter(({ at }) => at >= from && at <= to);
			return Math.max(...within.map(({ mib }) => mib));
		},
	};
}
