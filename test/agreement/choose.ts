type Lists = Record<string, Record<string, unknown>>;

/** One of each list. */
export type Choice<All extends Lists> = { [Name in keyof All]: All[Name][keyof All[Name]] };

type Named<All extends Lists> = [what: string, choice: Choice<All>];

/** The ordinary one of each list, and every other one of each list alone among the ordinary ones. */
export function variants<All extends Lists>(all: All): Array<Named<All>> {
	const plain = chosen(all, () => 0);
	const others = Object.keys(all).flatMap((list) =>
		Object.keys(all[list])
			.slice(1)
			.map((_name, at) => chosen(all, (other) => (other === list ? at + 1 : 0))),
	);
	return [plain, ...others];
}

/** So many random choices, the same ones each time. */
export function someOf<All extends Lists>(all: All, count: number): Array<Named<All>> {
	let state = 20_251_015;
	const next = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	// Most lists keep their ordinary one, so that a trait is not hidden behind many faults.
	const pick = (list: string) => (next(3) === 0 ? next(Object.keys(all[list]).length) : 0);
	return Array.from({ length: count }, () => chosen(all, pick));
}

function chosen<All extends Lists>(all: All, pick: (list: string) => number): Named<All> {
	const names: string[] = [];
	const choice = Object.fromEntries(
		Object.entries(all).map(([list, values]) => {
			const at = pick(list);
			const [name, value] = Object.entries(values)[at];
			if (at > 0) names.push(`${list} ${name}`);
			return [list, value];
		}),
	);
	return [names.join(', ') || 'nothing strange', choice as Choice<All>];
}
