import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import manifest from '../../package.json' with { type: 'json' };
import { nodeIn, sourceOf } from '../support/registeredTypes.mts';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { openEditor, type Editor } from './support/editor.mts';
import { eventually } from './support/eventually.mts';
import { WORDS_OF_ALL, WORDS_OF_JOBS } from './support/searchWords.mts';

/** So many entries of the list are seen without scrolling. */
const SEEN_AT_ONCE = 8;

const descriptions = manifest.n8n.nodes.map((built) => nodeIn(sourceOf(built)).description);
const NAMES = descriptions.map(({ displayName }) => displayName);

const jobs = Object.entries(WORDS_OF_JOBS).flatMap(([node, words]) =>
	words.map((typed) => [typed, node] as const),
);

/** Every action, with the choice it stands for and the fields that then are to be seen. */
const actions = descriptions.flatMap(({ displayName, version, name, properties }) => {
	const operation = properties.find((property) => property.name === 'operation');
	return (operation?.options ?? []).flatMap((option) => {
		if (!('value' in option) || typeof option.action !== 'string') return [];
		const parameters = { operation: option.value };
		const type = { ...descriptions[NAMES.indexOf(displayName)], name };
		const node = { typeVersion: Number(version) } as INode;
		const values = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, type);
		const isSeen = (property: INodeProperties) =>
			!['notice', 'hidden'].includes(property.type) &&
			NodeHelpers.displayParameter(values ?? {}, property, node, type);
		return [
			{
				node: displayName,
				action: option.action,
				choice: option.name,
				fields: properties.filter(isSeen).map((property) => property.displayName),
				others: properties.filter((one) => !isSeen(one)).map((property) => property.displayName),
			},
		];
	});
});

describe('The nodes panel', () => {
	let editor: Editor;
	const opened = closedAfterAll();

	beforeAll(async () => {
		editor = opened(await openEditor());
		await editor.startWorkflow();
	});

	test('has words of its own to be found by for each node of the package', () => {
		expect(Object.keys(WORDS_OF_JOBS).sort()).toEqual([...NAMES].sort());
		for (const words of Object.values(WORDS_OF_JOBS)) expect(words.length).toBeGreaterThan(4);
	});

	test.each(WORDS_OF_ALL)('finds every node by "%s"', async (words) => {
		const found = await editor.findNodes(words);
		expect(found).toEqual(expect.arrayContaining(NAMES));
	});

	test.each(['azure speech', 'custom speech', 'speech to text', 'speech recognition'])(
		'shows the nodes of the package before all others for "%s"',
		async (words) => {
			const found = await editor.findNodes(words);
			expect(found.slice(0, NAMES.length).sort()).toEqual([...NAMES].sort());
		},
	);

	test.each(jobs)('finds by "%s" without scrolling: %s', async (words, node) => {
		const found = await editor.findNodes(words);
		expect(found.slice(0, SEEN_AT_ONCE)).toContain(node);
	});

	test('finds none of them by the words of something else', async () => {
		const found = await editor.findNodes('kubernetes postgres');
		expect(found.filter((name) => NAMES.includes(name))).toEqual([]);
	});

	test.each(descriptions.map(({ displayName }) => displayName))(
		'offers every action of %s, the most used one first',
		async (node) => {
			const offered = await editor.showActions(node, WORDS_OF_JOBS[node][0]);
			await editor.picture(`actions-of-${node.toLowerCase().replaceAll(' ', '-')}`);
			await editor.leaveActions();
			const wanted = actions.filter((one) => one.node === node).map(({ action }) => action);
			expect(wanted.length).toBeGreaterThan(1);
			expect(offered).toEqual(wanted);
			expect(wanted.filter((action) => /\b(a|an|the)\b/i.test(action))).toEqual([]);
		},
	);

	test.each(actions)('adds $node by "$action", with the choice made', async (added) => {
		await editor.addNode(added.node, 'azure speech', added.action);
		await expect(editor.chosen('operation')).resolves.toBe(added.choice);
		// The kind of credential is chosen with the credential.
		const wanted = added.fields.filter((label) => label !== 'Authentication');
		const hidden = added.others.filter((label) => !wanted.includes(label));
		await eventually(
			() => editor.fieldLabels(),
			(shown) => {
				expect(shown.filter((label) => wanted.includes(label))).toEqual(wanted);
				expect(shown.filter((label) => hidden.includes(label))).toEqual([]);
			},
		);
		await editor.closePanel();
	});
});
