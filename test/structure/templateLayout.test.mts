import { readTemplate, type Template, type TemplateNode } from './readTemplate.mts';
import { repositoryFiles } from './repository.mts';
import {
	box,
	boxOf,
	boxOfAll,
	crosses,
	holds,
	isNote,
	nameBoxOf,
	overlap,
	textBoxOf,
	textHeight,
	TILE,
	wiresOf,
} from './templateLayout.mts';

const GRID = 16;
const WIDEST = 1_700;

const files = repositoryFiles().filter((path) => /^workflows\/[^/]+\.json$/.test(path));

function pairs(nodes: TemplateNode[]): Array<[TemplateNode, TemplateNode]> {
	return nodes.flatMap((one, index) =>
		nodes.slice(index + 1).map((other): [TemplateNode, TemplateNode] => [one, other]),
	);
}

describe.each(files)('the layout of %s', (file) => {
	const workflow = readTemplate(file);
	const notes = workflow.nodes.filter(isNote);
	const nodes = workflow.nodes.filter((node) => !isNote(node));
	const wires = wiresOf(workflow);
	const nameOf = ({ from, to }: { from: TemplateNode; to: TemplateNode }) =>
		`${from.name} -> ${to.name}`;

	it('can be read on a screen without scrolling to the side', () => {
		const { left, right } = boxOfAll(workflow.nodes);
		expect(right - left).toBeLessThanOrEqual(WIDEST);
	});

	it('lies on the grid', () => {
		const off = workflow.nodes.filter(({ position }) => position.some((at) => at % GRID !== 0));
		expect(off.map(({ name }) => name)).toEqual([]);
	});

	it('reads from left to right, and where a row ends, on in one below', () => {
		const backwards = wires.filter(({ from, to }) => {
			const [x, y] = from.position;
			const isRight = x + TILE < to.position[0];
			return !isRight && to.position[1] < y + 2 * TILE;
		});
		expect(backwards.map(nameOf)).toEqual([]);
	});

	it('leads no wire through a node, its name, or what a note says', () => {
		const crossed = wires.flatMap((wire) => {
			const between = nodes.filter((node) => node !== wire.from && node !== wire.to);
			const through = [
				...between.filter((node) => crosses(wire, box(...node.position, TILE, TILE))),
				...nodes.filter((node) => crosses(wire, nameBoxOf(node))),
				...notes.filter((note) => crosses(wire, textBoxOf(note))),
			];
			return through.map(({ name }) => `${nameOf(wire)} through ${name}`);
		});
		expect(crossed).toEqual([]);
	});

	it('lets no node lie on another or on what the notes say', () => {
		const collisions = [
			...pairs(nodes).filter(([one, other]) => overlap(boxOf(one), boxOf(other))),
			...pairs(notes).filter(([one, other]) => overlap(boxOf(one), boxOf(other))),
			...notes.flatMap((note) => {
				const { left, top, right } = boxOf(note);
				const text = box(left, top, right - left, textHeight(note));
				return nodes
					.filter((node) => overlap(text, boxOf(node)))
					.map((node): [TemplateNode, TemplateNode] => [note, node]);
			}),
		];
		expect(collisions.map((pair) => pair.map(({ name }) => name))).toEqual([]);
	});

	it('has every node wholly within a note or wholly outside', () => {
		const cut = notes.flatMap((note) =>
			nodes
				.filter((node) => overlap(boxOf(note), boxOf(node)) && !holds(boxOf(note), boxOf(node)))
				.map((node) => `${node.name} by ${note.name}`),
		);
		expect(cut).toEqual([]);
	});

	it('has room for every word of a note', () => {
		const cut = notes.filter((note) => textHeight(note) > (note.parameters.height ?? 0));
		expect(cut.map(({ name }) => name)).toEqual([]);
	});
});

describe('a wire', () => {
	const at = (name: string, x: number, y: number): TemplateNode => ({
		id: name,
		name,
		type: 'n8n-nodes-base.set',
		position: [x, y],
		parameters: {},
	});
	/** Three nodes, and a wire from the first output of the first, or from its second, to the last. */
	const wired = (nodes: TemplateNode[], output = 0): Template => ({
		name: 'Wired',
		nodes,
		connections: {
			[nodes[0].name]: {
				main: output === 0 ? [[{ node: nodes[2].name }]] : [[], [{ node: nodes[2].name }]],
			},
		},
		pinData: {},
	});

	it.each([
		['straight on through a node', [at('A', 0, 0), at('B', 240, 0), at('C', 480, 0)], 0, 'tile'],
		['down through a name', [at('A', 0, 0), at('B', 240, 0), at('C', 480, 240)], 1, 'name'],
		['back below a name', [at('A', 480, 0), at('B', 240, 64), at('C', 0, 400)], 0, 'name'],
	])('that leads %s is found', (_how, nodes, output, part) => {
		const [wire] = wiresOf(wired(nodes, output));
		const [, between] = nodes;
		const met = part === 'tile' ? box(...between.position, TILE, TILE) : nameBoxOf(between);
		expect(crosses(wire, met)).toBe(true);
	});

	it('that leads back below the names of its row crosses none', () => {
		const nodes = [at('A', 480, 0), at('B', 240, 0), at('C', 0, 400)];
		const [wire] = wiresOf(wired(nodes, 1));
		expect(nodes.filter((node) => crosses(wire, nameBoxOf(node)))).toEqual([]);
	});
});
