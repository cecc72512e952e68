import { readFileSync } from 'node:fs';
import path from 'node:path';
import { optionNames, resolveOptions } from '../../emulator/app/options.mts';
import { changeQuirks, defaultQuirks, QUIRKS } from '../../emulator/domain/quirks.mts';
import { startEmulator } from './client.mts';

const readme = readFileSync(path.resolve(import.meta.dirname, '../../emulator/README.md'), 'utf8');
const quirks = Object.entries(QUIRKS);

describe('the table of quirks', () => {
	it.each(quirks)('has for %s its first value as default', (name, values) => {
		expect(new Map(Object.entries(defaultQuirks())).get(name)).toBe(values[0]);
	});

	it.each(quirks)('lets %s be each of its values and no other', (name, values) => {
		for (const value of values) {
			expect(changeQuirks(defaultQuirks(), { [name]: value })).toMatchObject({ [name]: value });
		}
		expect(() => changeQuirks(defaultQuirks(), { [name]: 'else' })).toThrow(name);
	});

	it('changes nothing when one of several changes is unknown', () => {
		const changed = defaultQuirks();
		const changes = { deleteAbsent: 404, nothing: true };
		expect(() => changeQuirks(changed, changes)).toThrow(/nothing/);
		expect(changed).toEqual(defaultQuirks());
	});

	it('is told in the page about the emulator', () => {
		const untold = quirks.map(([name]) => name).filter((name) => !readme.includes(`\`${name}\``));
		expect(untold).toEqual([]);
	});
});

describe('the table of options', () => {
	it('is told in the page about the emulator', () => {
		expect(/Options: `([^`]+)`/.exec(readme)?.[1].split(' ')).toEqual(optionNames);
	});

	it('takes no quirk that cannot be', async () => {
		const wrong = JSON.parse('{ "quirks": { "deleteAbsent": 500 } }') as object;
		await expect(startEmulator(wrong)).rejects.toThrow(/deleteAbsent=500/);
	});

	it('fills in what is left out, part by part', () => {
		const {
			durations,
			quirks: chosen,
			oauth,
		} = resolveOptions({
			durations: { copy: 1 },
			quirks: { byos: true },
			oauth: { clientId: 'c' },
		});
		expect(durations).toMatchObject({ copy: 1, queued: 20_000 });
		expect(chosen).toEqual({ ...defaultQuirks(), byos: true });
		expect(oauth).toMatchObject({ clientId: 'c', tokenLifetimeSeconds: 3599 });
	});
});
