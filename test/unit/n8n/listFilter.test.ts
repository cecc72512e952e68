import { matching, shown, wordsOf } from '../../../nodes/shared/n8n/listFilter';
import { modelLabel } from '../../../nodes/shared/n8n/listLabels';
import { localeNames } from '../../../nodes/shared/speech/localeNames';
import { customModel, dataset, uuid } from '../entities';

const names = localeNames();
const LONG = 'Retail and wholesale customers of the northern stores (base 20260912)';
const entries = [
	customModel({ displayName: LONG }),
	customModel({ displayName: 'Bank', locale: 'en-GB' }),
	customModel({ displayName: 'Hotline', locale: 'de-DE' }),
	dataset({ displayName: 'Products', locale: 'fr-FR', kind: 'Language' }),
].map((entity, index) => ({
	name: modelLabel(entity),
	value: uuid(index),
	words: wordsOf(entity, names),
}));

describe('an entry of a list is found', () => {
	it.each([
		['a part of its label', 'usable', [0, 1, 2]],
		['its language', 'english', [0, 1]],
		['its language and name', 'hotline GERMAN', [2]],
		['its region', 'united kingdom', [1]],
		['its locale', 'en-gb', [1]],
		['what its label has no room for', 'northern', [0]],
		['the name of its kind', 'plain text', [3]],
		['the name the API has for its kind', 'language', [3]],
		['its whole id', uuid(2), [2]],
		['no part of its id', uuid(2).slice(0, 8), []],
		['nothing else', 'spanish', []],
		['words with much space between them', '  hotline   german ', [2]],
		['no words at all', '  ', [0, 1, 2, 3]],
		['nothing typed yet', undefined, [0, 1, 2, 3]],
	])('by %s: %j', (_what, filter, found) => {
		expect(matching(entries, filter).map(({ value }) => value)).toEqual(found.map(uuid));
	});

	it('by no more than there is to know of it', () => {
		const words = wordsOf({ self: '', displayName: 'Stores' }, names);
		expect(words.trim()).toBe('Stores');
	});

	it('and shown without the words it is found by', () => {
		expect(shown(entries[1])).toEqual({
			name: 'Bank · en-GB · usable until 2028-10-15',
			value: uuid(1),
		});
	});
});
