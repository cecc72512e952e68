import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconPath, instanceOf, manifest, repositoryFiles, root, sourceOf } from './repository.mts';
import { unsortedOptions } from './unsortedOptions.mts';

const nodeSources = manifest.n8n.nodes.map(sourceOf);
const credentialSources = manifest.n8n.credentials.map(sourceOf);
const credentialNames = () => credentialSources.map((source) => instanceOf(source).name);

/** The nodes with a method of their own that tries a credential out; n8n takes the first it finds. */
function nodesThatTest(credentialName) {
	const testing = nodeSources.map(instanceOf).filter(({ description, methods }) => {
		const use = description.credentials.find(({ name }) => name === credentialName);
		return methods?.credentialTest?.[use?.testedBy] !== undefined;
	});
	return testing.length > 0 ? testing : undefined;
}

/** Two pictures that exist and differ. @param {string} source @param {{light: string, dark: string}} icon */
function expectIconPair(source: string, icon: { light: string; dark: string }) {
	const [light, dark] = [icon.light, icon.dark].map((reference) => iconPath(source, reference));
	expect([light, dark].filter((path) => !existsSync(path))).toEqual([]);
	expect([light, dark].every((path) => path.endsWith('.svg'))).toBe(true);
	expect(readFileSync(light, 'utf8')).not.toBe(readFileSync(dark, 'utf8'));
}

describe('package.json', () => {
	it('registers every node and credential there is', () => {
		const existing = repositoryFiles().filter((path) => /\.(node|credentials)\.ts$/.test(path));
		expect([...nodeSources, ...credentialSources].sort()).toEqual(existing.sort());
	});
});

describe.each(nodeSources)('%s', (source) => {
	const description = () => instanceOf(source).description;

	it('is called as its file', () => {
		const className = source.split('/').at(-1).split('.')[0];
		expect(description().name).toBe(className[0].toLowerCase() + className.slice(1));
	});

	it('has an icon for light and one for dark', () => expectIconPair(source, description().icon));

	it('can be used as a tool, unless it is a trigger', () => {
		const isTrigger = description().group.includes('trigger');
		expect(description().usableAsTool).toBe(isTrigger ? undefined : true);
	});

	it('asks for registered credentials only', () => {
		const names = (description().credentials ?? []).map(({ name }) => name);
		expect(names.length).toBeGreaterThan(0);
		expect(names.filter((name) => !credentialNames().includes(name))).toEqual([]);
	});

	it('has its longer option lists in order', () => {
		expect(unsortedOptions(description().properties)).toEqual([]);
	});

	it('can be found in the node panel', () => {
		const path = join(root, source.replace(/\.ts$/, '.json'));
		const codex = JSON.parse(readFileSync(path, 'utf8'));
		expect(codex.node).toBe(`${manifest.name}.${description().name}`);
		expect(codex.nodeVersion).toMatch(/^\d+(\.\d+)?$/);
		expect(codex.codexVersion).toBe('1.0');
		expect(codex.categories.length).toBeGreaterThan(0);
		expect(codex.alias.length).toBeGreaterThan(0);
		for (const kind of ['credentialDocumentation', 'primaryDocumentation']) {
			expect(codex.resources[kind][0].url).toMatch(/^https:\/\//);
		}
	});
});

describe.each(credentialSources)('%s', (source) => {
	const credential = () => instanceOf(source);

	it('is called as its file', () => {
		const className = source.split('/').at(-1).split('.')[0];
		expect(credential().name).toBe(className[0].toLowerCase() + className.slice(1));
	});

	it('has an icon for light and one for dark', () => expectIconPair(source, credential().icon));

	it('can be tested by the person who fills it in', () => {
		const { name, test } = credential();
		expect(test?.request.url ?? nodesThatTest(name)).toBeTruthy();
	});

	it('has its longer option lists in order', () => {
		expect(unsortedOptions(credential().properties)).toEqual([]);
	});
});

describe('the check of option lists', () => {
	const list = (name, labels) => ({
		name,
		type: 'options',
		options: labels.map((label) => ({ name: label })),
	});

	it('finds an unsorted list at any depth', () => {
		const bad = list('locale', ['a', 'b', 'c', 'e', 'd']);
		const collection = {
			name: 'options',
			type: 'collection',
			options: [{ ...bad, displayName: 'Locale' }],
		};
		expect(unsortedOptions([collection])).toEqual(['options.locale']);
	});

	it('accepts a sorted one and a short one', () => {
		expect(unsortedOptions([list('x', ['a', 'B', 'c', 'd', 'e']), list('y', ['b', 'a'])])).toEqual(
			[],
		);
	});
});
