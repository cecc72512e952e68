// What it costs n8n to have many executions wait for a training at once, in several ways, one fresh n8n each.
// Arguments: executions, seconds between two looks, and which ways (stored, inProcess, drawn, ended), the stored one
// among them. Takes about 20 minutes a way with 1,000; Linux only.

import { endOnFailure } from '../playground/process/endOnFailure.mts';
import { spread, inWords } from './lib/spread.mts';
import { measureWaits, type WaitFigures } from './lib/measureWaits.mts';
import { WAYS, type Way } from './lib/waysToWait.mts';

const [executions = 1_000, seconds = 600] = process.argv.slice(2, 4).map(Number);
const NAMES: Record<Way, string> = {
	stored: 'Wait For Training',
	inProcess: '... Wait Mode: In Memory',
	drawn: 'HTTP Request + IF + Wait',
	ended: 'One HTTP Request, no wait',
};
const ways = process.argv.length > 4 ? process.argv.slice(4).map(wayNamed) : WAYS;

/** What is told of each way, and what of it is compared with the stored one. */
const COLUMNS: [title: string, figure: (figures: WaitFigures) => string][] = [
	['resident, MB', ({ residentMb }) => inWords(spread(residentMb), 3)],
	['heap, MB', ({ heapMb }) => inWords(spread(heapMb), 3)],
	['resident after looks, MB', ({ residentAfterLooksMb }) => residentAfterLooksMb.toFixed(3)],
	['processor, ms/look', ({ processorMsPerLook }) => processorMsPerLook.toFixed(1)],
	['requests, 20 items', ({ requestsForItems }) => String(requestsForItems)],
	['looks', ({ looks }) => String(looks)],
	['most in 1 s', ({ mostLooksInOneSecond }) => String(mostLooksInOneSecond)],
	['looked at since', ({ lookedAt }) => String(lookedAt)],
];

function wayNamed(name: string): Way {
	const way = WAYS.find((one) => one === name);
	if (!way) throw new Error(`There is no way ${name}. There are: ${WAYS.join(', ')}.`);
	return way;
}

function tell(figures: Map<Way, WaitFigures>) {
	const stored = figures.get('stored');
	for (const [way, of] of figures) {
		console.log(`\n${NAMES[way]}`);
		for (const [title, figure] of COLUMNS) console.log(`  ${title.padEnd(26)}${figure(of)}`);
		if (way === 'stored' || !stored) continue;
		// The stored one may add nothing, so the others are held against its worst round.
		const times = (key: 'residentMb' | 'heapMb') =>
			(spread(of[key]).median / spread(stored[key]).most).toFixed(1);
		console.log(
			`  beside the most of Wait For Training: resident ${times('residentMb')} x, heap ${times('heapMb')} x`,
		);
	}
}

async function main() {
	console.log(
		`${executions} executions wait at once and look every ${seconds} s. Memory is what each further one adds, all garbage collected.`,
	);
	const figures = new Map<Way, WaitFigures>();
	for (const way of ways) figures.set(way, await measureWaits(way, { executions, seconds }));
	tell(figures);
	const told = Object.fromEntries(figures);
	console.log(JSON.stringify({ bench: 'waiting', executions, seconds, ...told }));
}

await endOnFailure(main());
