import { readTemplate, type TemplateNode } from './readTemplate.mts';
import { repositoryFiles, textOf } from './repository.mts';
import { isNote } from './templateLayout.mts';

const OURS = 'n8n-nodes-custom-speech.';
const CHANNELS = [
	'n8n-nodes-base.slack',
	'n8n-nodes-base.microsoftTeams',
	'n8n-nodes-base.emailSend',
];
/** What needs a service, and a credential, besides Azure. */
const isForeign = ({ type }: TemplateNode) => CHANNELS.includes(type) || type.includes('.lmChat');

const files = repositoryFiles().filter((path) => /^workflows\/[^/]+\.json$/.test(path));
const isOurs = ({ type }: TemplateNode) => type.startsWith(OURS);

describe.each(files)('%s', (file) => {
	const workflow = readTemplate(file);
	const notes = workflow.nodes.filter(isNote);
	const nodes = workflow.nodes.filter((node) => !isNote(node));
	const named = (name: string) => nodes.find((node) => node.name === name);
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
		for (const key of ['name', 'id'] as const) {
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

	it('says in notes what it does and what to do before the first run', () => {
		expect(notes.length).toBeGreaterThan(1);
		const [first] = notes;
		expect(first.parameters.content).toMatch(/^## [^]*\*\*Before the first (run|question):\*\*/);
	});

	it('has nodes switched off that need another service, and no others', () => {
		const off = nodes.filter(({ disabled }) => disabled);
		expect(off).toEqual(nodes.filter(isForeign));
	});

	it('sends nothing to anybody before it is told where to', () => {
		const addresses = nodes.flatMap(({ parameters: { toEmail, channelId, teamId } }) => [
			toEmail,
			channelId?.value,
			teamId?.value,
		]);
		expect(addresses.filter(Boolean)).toEqual([]);
	});

	it('has a message for Slack, Teams, and email wherever it has one', () => {
		const sending = nodes.filter(({ type }) => CHANNELS.includes(type));
		const sources = new Set(
			wires.filter(({ to }) => sending.some(({ name }) => name === to)).map(({ from }) => from),
		);
		for (const source of sources) {
			const led = wires.filter(({ from }) => from === source).map(({ to }) => named(to)?.type);
			expect(led).toEqual(expect.arrayContaining(CHANNELS));
		}
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
			.flatMap((file) => readTemplate(file).nodes)
			.filter((node) => isOurs(node) && node.type.endsWith('Tool'))
			.map(({ type }) => type.slice(OURS.length));
		expect([...new Set(tools)].sort()).toEqual(['checkExpirationTool', 'selectBaselineTool']);
	});
});
