/**
 * Entities in the order in which they were made.
 */
export function oldestFirst<T extends { createdDateTime: string }>(entities: T[]): T[] {
	return [...entities].sort(
		(one, other) => Date.parse(one.createdDateTime) - Date.parse(other.createdDateTime),
	);
}
