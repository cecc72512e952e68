import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
	instanceOf,
	manifest,
	repositoryFiles,
	root,
	sourceOf,
	textOf,
} from '../structure/repository.mts';
import { makeRepeatable } from './support/repeatable.mts';

makeRepeatable();
import { takePreviews } from './support/takePreviews.mts';

/** `npm run docs` writes the previews anew instead of comparing them. */
const writes = process.env.npm_lifecycle_event === 'docs';

/** Where n8n looks for the preview of a node, or of one of its operations. */
const fileOf = (name) => {
	const [node, operation] = name.split('/');
	const place = operation ? `v1.0.0/${operation}` : 'v1.0.0';
	return `nodes/${node}/__schema__/${place}.json`;
};

/** Every node, and with operations each of them, such as `TestModel/inspect`. */
const names = manifest.n8n.nodes.map(sourceOf).flatMap((source) => {
	const node = dirname(source).split('/').pop();
	const { properties } = instanceOf(source).description;
	const operation = properties.find(({ name }) => name === 'operation');
	return operation ? operation.options.map(({ value }) => `${node}/${value}`) : [node];
});

describe('the previews of what nodes put out', () => {
	let previews;
	beforeAll(async () => {
		previews = await takePreviews();
		if (!writes) return;
		for (const name of names) {
			const file = join(root, fileOf(name));
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, `${JSON.stringify(previews[name], null, '\t')}\n`);
		}
	});

	it('are there for every node and operation, and for nothing else', () => {
		const shipped = repositoryFiles().filter((path) => path.includes('__schema__'));
		expect(shipped.sort()).toEqual(names.map(fileOf).sort());
	});

	it.each(names)('are what the node gives: %s', (name) => {
		expect(JSON.parse(textOf(fileOf(name)))).toEqual(previews[name]);
	});
});
