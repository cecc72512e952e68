import { repositoryFiles, textOf } from './repository.mts';

const OURS = 'n8n-nodes-custom-speech.';
const NOTE = 'n8n-nodes-base.stickyNote';
const SENDS_MESSAGES = ['n8n-nodes-base.slack', 'n8n-nodes-base.emailSend'];
const GRID = 16;
/** Of the text below a node: how far it reaches from its middle, and how high three lines are. */
const LABEL_REACH = 72;
const LABEL_HEIGHT = 80;
/** Of a node itself; that of an agent is wider. */
const TILE = 96;
const AGENT = 224;

const files = repositoryFiles().filter((path) => /^workflows\/[^/]+\.json$/.test(path));
const isNote = ({ type }) => type === NOTE;
const isOurs = ({ type }) => type.startsWith(OURS);

/** What a node takes up on the canvas, its name included. */
function boxOf({ type, position: [x, y], parameters }) {
	if (type === NOTE) return box(x, y, parameters.width, parameters.height);
	const width = type.endsWith('.agent') ? AGENT : TILE;
	const reach = Math.max(width / 2, LABEL_REACH);
	return box(x + width / 2 - reach, y, 2 * reach, TILE + LABEL_HEIGHT);
}

const box = (left, top, width, height) => ({
	left,
	top,
	right: left + width,
	bottom: top + height,
});

const overlap = (one, other) =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

const holds = (outer, inner) =>
	outer.left <= inner.left &&
	inner.right <= outer.right &&
	outer.top <= inner.top &&
	inner.bottom <= outer.bottom;

/** The height that the text of a note takes at 100 %, told rather too high than too low. */
function textHeight({ parameters: { content, width } }) {
	const lines = content.split('\n').filter((line) => line !== '');
	const perLine = Math.floor((width - 24) / 6.4);
	const heights = lines.map((line) =>
		line.startsWith('#') ? 36 : 8 + 20 * Math.ceil(line.replace(/[*`]/g, '').length / perLine),
	);
	return heights.reduce((sum, height) => sum + height, 8);
}

function pairs(values) {
	return values.flatMap((one, index) => values.slice(index + 1).map((other) => [one, other]));
}

describe.each(files)('%s', (file) => {
	const workflow = JSON.parse(textOf(file));
	const notes = workflow.nodes.filter(isNote);
	const nodes = workflow.nodes.filter((node) => !isNote(node));
	const named = (name) => nodes.find((node) => node.name === name);
	const wires = Object.entries(workflow.connections).flatMap(([from, kinds]) =>
		Object.entries(kinds).flatMap(([kind, outputs]) =>
			outputs.flat().map(({ node }) => ({ kind, from, to: node })),
		),
	);

	it('holds nothing of the n8n it was drawn in', () => {
		expect(Object.keys(workflow).sort()).toEqual(
			['connections', 'meta', 'name', 'nodes', 'pinData', 'settings'].sort(),
		);
		expect(workflow.pinData).toEqual({});
		expect(nodes.filter(({ credentials }) => credentials)).toEqual([]);
		expect(JSON.stringify(workflow)).not.toMatch(/instanceId|localhost|127\.0\.0\.1|@example/);
	});

	it('has a name for every node, none of them twice, and an id for each', () => {
		for (const key of ['name', 'id']) {
			const values = workflow.nodes.map((node) => node[key]);
			expect(values.filter((value) => !value)).toEqual([]);
			expect(new Set(values).size).toBe(values.length);
		}
		expect(nodes.map(({ name }) => name).filter((name) => /\d$/.test(name))).toEqual([]);
	});

	it('connects nodes that are there, and leaves none aside', () => {
		const ends = wires.flatMap(({ from, to }) => [from, to]);
		expect(ends.filter((name) => !named(name))).toEqual([]);
		expect(nodes.map(({ name }) => name).filter((name) => !ends.includes(name))).toEqual([]);
	});

	it('uses nodes of this package that exist', () => {
		const known = repositoryFiles().flatMap(
			(path) => path.match(/^nodes\/.*\/(\w+)\.node\.ts$/)?.[1] ?? [],
		);
		const used = nodes.filter(isOurs).map(({ type }) => type.slice(OURS.length));
		const wrong = used.filter(
			(type) =>
				!known.some((name) => name.toLowerCase() === type.replace(/Tool$/, '').toLowerCase()),
		);
		expect(used.length).toBeGreaterThan(0);
		expect(wrong).toEqual([]);
	});

	it('lies on the grid and reads from left to right', () => {
		const off = workflow.nodes.filter(({ position }) => position.some((at) => at % GRID !== 0));
		expect(off.map(({ name }) => name)).toEqual([]);
		const backwards = wires.filter(
			({ kind, from, to }) =>
				kind === 'main' && named(from).position[0] + TILE >= named(to).position[0],
		);
		expect(backwards).toEqual([]);
	});

	it('lets no node lie on another or on what the notes say', () => {
		const collisions = [
			...pairs(nodes).filter(([one, other]) => overlap(boxOf(one), boxOf(other))),
			...pairs(notes).filter(([one, other]) => overlap(boxOf(one), boxOf(other))),
			...notes.flatMap((note) => {
				const { left, top, right } = boxOf(note);
				const text = box(left, top, right - left, textHeight(note));
				return nodes.filter((node) => overlap(text, boxOf(node))).map((node) => [note, node]);
			}),
		];
		expect(collisions.map((pair) => pair.map(({ name }) => name))).toEqual([]);
	});

	it('has every node wholly within a note or wholly outside', () => {
		const cut = notes.flatMap((note) =>
			nodes
				.map((node) => [boxOf(note), boxOf(node), `${node.name} by ${note.name}`])
				.filter(([outer, inner]) => overlap(outer, inner) && !holds(outer, inner)),
		);
		expect(cut.map(([, , what]) => what)).toEqual([]);
	});

	it('says in notes what it does and what to do before the first run, with room for every word', () => {
		expect(notes.length).toBeGreaterThan(1);
		const [first] = notes;
		expect(first.parameters.content).toMatch(/^## [^]*\*\*Before the first (run|question):\*\*/);
		const cut = notes.filter((note) => textHeight(note) > note.parameters.height);
		expect(cut.map(({ name }) => name)).toEqual([]);
	});

	it('sends nothing to anybody before it is told where to', () => {
		const sending = nodes.filter(({ type }) => SENDS_MESSAGES.includes(type));
		expect(sending.filter(({ disabled }) => !disabled)).toEqual([]);
		const addresses = sending.map(({ parameters: { toEmail, channelId } }) => [
			toEmail ?? '',
			channelId?.value ?? '',
		]);
		expect(addresses.flat().filter(Boolean)).toEqual([]);
		expect(nodes.filter(({ disabled }) => disabled)).toEqual(sending);
	});
});

describe('the workflow templates', () => {
	it('are all told of in the README', () => {
		const readme = textOf('README.md');
		expect(files.length).toBeGreaterThan(4);
		expect(files.filter((path) => !readme.includes(`(${path})`))).toEqual([]);
	});

	it('give an AI agent only tools that read', () => {
		const tools = files
			.flatMap((file) => JSON.parse(textOf(file)).nodes)
			.filter((node) => isOurs(node) && node.type.endsWith('Tool'))
			.map(({ type }) => type.slice(OURS.length));
		expect([...new Set(tools)].sort()).toEqual(['checkExpirationTool', 'selectBaselineTool']);
	});
});
