/**
 * Entities in the order in which they were made.
 * @template {{ createdDateTime: string }} T
 */
function oldestFirst<T>(entities: T[]): T[] {
	return [...entities].sort(
		(one, other) => Date.parse(one.createdDateTime) - Date.parse(other.createdDateTime),
	);
}

export { oldestFirst };
