'use strict';

/**
 * Entities in the order in which they were made.
 * @template {{ createdDateTime: string }} T
 * @param {T[]} entities
 * @returns {T[]}
 */
function oldestFirst(entities) {
	return [...entities].sort(
		(one, other) => Date.parse(one.createdDateTime) - Date.parse(other.createdDateTime),
	);
}

module.exports = { oldestFirst };
