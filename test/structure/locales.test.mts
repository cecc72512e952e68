import data from '../../emulator/data/locales.json' with { type: 'json' };
import { shippedSources, textOf } from './repository.mts';

const { locales } = data;

/** A rule may name a few locales; more than these are a list, which only the service may keep. */
const MOST = 20;

/** How many locales a text names in quotes. @param {string} text */
const localesIn = (text: string) =>
	Object.keys(locales).filter((locale) => new RegExp(`['"]${locale}['"]`).test(text)).length;

describe('the locales of the service', () => {
	it('are listed in no node: they are asked for', () => {
		const lists = shippedSources().filter((path) => localesIn(textOf(path)) > MOST);
		expect(lists).toEqual([]);
	});

	it('would be noticed', () => {
		expect(localesIn(JSON.stringify(locales))).toBeGreaterThan(MOST);
		expect(localesIn("Use 'en-US' or 'de-DE'.")).toBe(2);
	});
});
