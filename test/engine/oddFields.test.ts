import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import type { NodeRun } from '../support/engine';
import { ODD_VALUES, placesIn, withField, type Place } from '../support/oddFields';
import { allKindsOf, DOINGS, type Doing, type Group, type World } from '../support/oddRuns';
import { spoilingProxy, type Passing } from '../support/spoilingProxy.mts';

/** What JavaScript or a forgotten case writes, and never a person. */
const HOLES =
	/\b(undefined|NaN|Infinity)\b|\[object |Invalid (Date|DateTime|time)|Cannot (read|convert|destructure)|is not (iterable|a function|an? \w+ function|defined|valid JSON)|Maximum call stack|Unexpected (token|end)|An unexpected error/;
/** So many run at once: most of their time they wait for an answer that does not get better. */
const AT_ONCE = 150;

interface Spoiled {
	doing: Doing;
	group: Group;
	place: Place;
	value: [name: string, value: unknown];
}

describe('an entity of the service that is odd in one field', () => {
	let emulator: Emulator;
	const findings = new Map<Doing, string[]>(DOINGS.map((doing) => [doing, []]));
	// All at once: what cannot be read is asked for again and again, so that most of the time passes in pauses.
	beforeAll(async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
		const world = allKindsOf(emulator);
		await inTurns(
			DOINGS.flatMap((doing) => spoiledIn(world, doing)),
			async (one) => {
				const found = holesIn(await run(world, one));
				const { doing, group, place, value } = one;
				const where = `${group} ${place.join('.')} = ${value[0]}`;
				if (found !== null) findings.get(doing)?.push(`${where}: ${found}`);
			},
		);
	}, 600_000);
	afterAll(async () => {
		await emulator.close();
	});

	it.each(DOINGS.map((doing) => [doing.what, doing] as const))(
		'leaves %s with a result or with a sentence of ours',
		(_what, doing) => {
			expect(findings.get(doing)).toEqual([]);
		},
	);

	async function run(world: World, { doing, group, place, value }: Spoiled): Promise<NodeRun> {
		const path = new RegExp(`^/speechtotext/${group}(/[-\\da-f]{36})?$`);
		const spoil = ({ path: asked, body }: Passing) =>
			path.test(asked) ? spoiled(body, place, value[1]) : body;
		const proxy = await spoilingProxy(emulator.url, spoil);
		const credentials = credentialsFor(emulator, { endpoint: proxy.url });
		return await doing.run(world, credentials).finally(proxy.close);
	}
});

/** Every other field with one of the values; the next thing that is done takes the others, and other values. */
function spoiledIn({ entities }: World, doing: Doing): Spoiled[] {
	const number = DOINGS.indexOf(doing);
	return doing.groups.flatMap((group) =>
		placesIn(entities[group]).flatMap((place, index) => {
			const value = ODD_VALUES[(3 * number + 5 * index) % ODD_VALUES.length];
			return (index + number) % 2 === 0 ? [{ doing, group, place, value }] : [];
		}),
	);
}

function spoiled(body: unknown, place: Place, value: unknown): unknown {
	const { values } = body as { values?: unknown[] };
	return values
		? { ...(body as object), values: values.map((entry) => withField(entry, place, value)) }
		: withField(body, place, value);
}

/** What a person reads of a run that no person should. */
function holesIn({ error, outputs, hints }: NodeRun): string | null {
	const read = [error?.message, (error as { description?: unknown } | undefined)?.description];
	const text = JSON.stringify([read, outputs, hints], (_name, value: unknown) => value);
	const found = HOLES.exec(text);
	return found && text.slice(Math.max(0, found.index - 200), found.index + 200);
}

async function inTurns<T>(tasks: T[], run: (task: T) => Promise<void>): Promise<void> {
	const left = tasks.values();
	const worker = async () => {
		for (const task of left) await run(task);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
