import { isObject } from '../jsonObject';

/**
 * Reads a value from outside as one of its kind.
 *
 * @param noteOdd Called for everything that is left out of it because it is of another kind than promised.
 * @returns undefined when it is none.
 */
export type Reader<T> = (value: unknown, noteOdd: () => void) => T | undefined;

/** What is read of a field; without a required one there is no object. */
interface Field<T, Required extends boolean> {
	read: Reader<T>;
	isRequired: Required;
}

/** How each field of an object is read: the compiler holds the table to the type, field by field. */
export type Fields<T> = {
	[Name in keyof T]-?: undefined extends T[Name]
		? Field<Exclude<T[Name], undefined>, false>
		: Field<T[Name], true>;
};

type AnyFields = Record<string, Field<unknown, boolean>>;

export function optional<T>(read: Reader<T>): Field<T, false> {
	return { read, isRequired: false };
}

export function required<T>(read: Reader<T>): Field<T, true> {
	return { read, isRequired: true };
}

export const text: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** A number that can be counted with: what is beyond all whole numbers is no figure of the service. */
export const number: Reader<number> = (value) =>
	typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;

/** A name of a locale, a kind or a state: the service's are short and of one line. */
export const word: Reader<string> = (value) =>
	typeof value === 'string' && /^[\w .-]{1,64}$/.test(value) ? value : undefined;

/** A list, which is worth nothing with an entry of another kind: who trains from it would train on less. */
export function listOf<T>(read: Reader<T>): Reader<T[]> {
	return (value, noteOdd) => {
		if (!Array.isArray(value)) return undefined;
		const entries = value.map((entry: unknown) => read(entry, noteOdd));
		const sound = entries.filter((entry) => entry !== undefined);
		return sound.length === entries.length ? sound : undefined;
	};
}

/** A map of names, of which only the entries that can be read are kept. */
export function mapOf<T>(read: Reader<T>): Reader<Record<string, T>> {
	return (value, noteOdd) => {
		if (!isObject(value)) return undefined;
		const sound = Object.entries(value).flatMap(([name, entry]) => {
			const found = readField(entry, read, noteOdd);
			return found === undefined ? [] : [[name, found] as const];
		});
		return Object.fromEntries(sound);
	};
}

/** An object with these fields; it keeps fields that are not in the table, as they came. */
export function objectOf<T extends object>(fields: Fields<T> & AnyFields): Reader<T> {
	return (value, noteOdd) => {
		const sound = soundFields(value, fields, noteOdd);
		return sound !== undefined && isWhole<T>(sound, fields) ? sound : undefined;
	};
}

/** An object without those of these fields that are of another kind than promised, whatever is then missing. */
export function soundFields(
	value: unknown,
	fields: AnyFields,
	noteOdd: () => void,
): Record<string, unknown> | undefined {
	if (!isObject(value)) return undefined;
	const isKnown = (name: string) => Object.hasOwn(fields, name);
	const others = Object.entries(value).filter(([name]) => !isKnown(name));
	const read = Object.entries(fields).flatMap(([name, field]) => {
		const found = readField(Object.hasOwn(value, name) ? value[name] : null, field.read, noteOdd);
		return found === undefined ? [] : [[name, found] as const];
	});
	return Object.fromEntries([...others, ...read]);
}

/** The service writes null for what it does not know, so that null is not odd. */
function readField<T>(value: unknown, read: Reader<T>, noteOdd: () => void): T | undefined {
	if (value === undefined || value === null) return undefined;
	const found = read(value, noteOdd);
	if (found === undefined) noteOdd();
	return found;
}

function isWhole<T extends object>(sound: object, fields: AnyFields): sound is T {
	return Object.entries(fields).every(
		([name, { isRequired }]) => !isRequired || Object.hasOwn(sound, name),
	);
}
