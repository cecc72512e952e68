type Json = Record<string, unknown>;

/** A field of an entity by the names that lead to it. */
export type Place = string[];

/** Nested so deep that code which follows it is seen, and JSON can still be written. */
const DEEP: unknown = Array.from({ length: 200 }).reduce((inner) => ({ inner }), 'deep');

/** What stands in the place of a field; undefined takes it away. */
export const ODD_VALUES: Array<[name: string, value: unknown]> = [
	['nothing', undefined],
	['null', null],
	['a number', 7],
	['a huge number', 1e300],
	['a text', 'odd'],
	['an empty text', ''],
	['a huge text', 'x'.repeat(100_000)],
	['a number as text', '0.1'],
	['a date beyond all calendars', '9999-12-31T23:59:59Z'],
	['an empty object', {}],
	['an empty list', []],
	['a list of null', [null]],
	['a deep object', DEEP],
	['yes or no', true],
];

/** Every field of an entity, inner ones too; of a list its first entry stands for all. */
export function placesIn(entity: object, before: Place = []): Place[] {
	return Object.entries(entity).flatMap(([name, value]: [string, unknown]) => {
		const here = [...before, name];
		return typeof value === 'object' && value !== null ? [here, ...placesIn(value, here)] : [here];
	});
}

/** A copy of an entity with another value at a place; undefined takes the field away. */
export function withField(entity: unknown, place: Place, value: unknown): unknown {
	if (typeof entity !== 'object' || entity === null || place.length === 0) return entity;
	const [name, ...deeper] = place;
	if (Array.isArray(entity)) {
		return entity.map((entry: unknown, index) =>
			String(index) === name ? changed(entry, deeper, value) : entry,
		);
	}
	const { [name]: field, ...others } = entity as Json;
	const put = changed(field, deeper, value);
	return put === undefined ? others : { ...others, [name]: put };
}

function changed(field: unknown, deeper: Place, value: unknown): unknown {
	return deeper.length === 0 ? value : withField(field, deeper, value);
}
