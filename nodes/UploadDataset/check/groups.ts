import type { Place } from './finding';

/** What many places of a file have in common, told once. */
export interface Group {
	count: number;
	/** The first place. */
	place: Place;
	/** Some of what was met there, each once. */
	examples: Set<string>;
}

/** Examples kept of a group. */
const MOST_EXAMPLES = 12;

/** Collects places by what they have in common, in the order in which each first came. */
export class Groups<Name extends string> {
	private readonly groups = new Map<Name, Group>();

	/** @param examples What was met there, to be named in the sentence on the group. */
	add(name: Name, place: Place, examples: Iterable<string> = []): void {
		const group = this.groups.get(name) ?? { count: 0, place, examples: new Set<string>() };
		this.groups.set(name, group);
		group.count += 1;
		for (const example of examples) {
			if (group.examples.size === MOST_EXAMPLES) break;
			group.examples.add(example);
		}
	}

	entries(): Iterable<[Name, Group]> {
		return this.groups;
	}
}

/** `The line has no tab`, `12 lines, this one the first, have no tab`. */
export function linesThat(count: number, one: string, many: string): string {
	return count === 1
		? `The line ${one}`
		: `${count.toLocaleString('en-US')} lines, starting with this one, ${many}`;
}
