import { readFileSync } from 'node:fs';

const EVERY_MS = 50;
const MIB = 1024 * 1024;

/** Resident memory of a process in MiB; Linux only. @param {number} pid */
function residentMemory(pid: number) {
	const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return (Number(kilobytes) * 1024) / MIB;
}

/**
 * Watches the resident memory of a process until it is stopped.
 *
 */
function watchMemory(pid: number) {
	const samples = [];
	const timer = setInterval(
		() => samples.push({ at: Date.now(), mib: residentMemory(pid) }),
		EVERY_MS,
	);
	return {
		stop: () => clearInterval(timer),
		/** The highest in a span of time, in MiB. */
		peak: (from, to) =>
			Math.max(...samples.filter(({ at }) => at >= from && at <= to).map(({ mib }) => mib)),
	};
}

export { residentMemory, watchMemory };
