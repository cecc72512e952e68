import ts from 'typescript';
import { credentialIn, manifest, nodeIn, sourceOf, textOf } from '../../structure/repository.mts';
import { proseOf, readPage } from './pages.mts';

/** What n8n shows of a description under these keys. */
const SHOWN = new Set([
	'displayName',
	'name',
	'description',
	'hint',
	'placeholder',
	'action',
	'message',
	'subtitle',
	'multipleValueButtonText',
]);

/** The texts in a description that a person reads. An internal name has no space. */
function shownIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(shownIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		typeof inner === 'string'
			? SHOWN.has(key) && (key !== 'name' || inner.includes(' '))
				? [inner]
				: []
			: shownIn(inner),
	);
}

/** The texts of the editor: those of each node and credential, by its label. */
export const editorTexts = (): Array<[label: string, texts: string[]]> => [
	...manifest.n8n.nodes.map((built): [string, string[]] => {
		const { description } = nodeIn(sourceOf(built));
		return [description.displayName, shownIn(description)];
	}),
	...manifest.n8n.credentials.map((built): [string, string[]] => {
		const credential = credentialIn(sourceOf(built));
		return [credential.displayName, shownIn({ ...credential })];
	}),
];

/** The tooltips of all fields and choices. */
export function tooltips(): string[] {
	const found: string[] = [];
	const walk = (value: unknown): void => {
		if (Array.isArray(value)) {
			value.forEach(walk);
			return;
		}
		if (typeof value !== 'object' || value === null) return;
		for (const [key, inner] of Object.entries(value)) {
			if (key === 'description' && typeof inner === 'string') found.push(inner);
			else walk(inner);
		}
	};
	for (const built of manifest.n8n.nodes) walk(nodeIn(sourceOf(built)).description.properties);
	for (const built of manifest.n8n.credentials) walk(credentialIn(sourceOf(built)).properties);
	return found;
}

/** The literals of a source that may be read by a person: all with more than one word, without what is filled in. */
export function literalsIn(path: string): string[] {
	const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) return;
		if (ts.isStringLiteralLike(node)) found.push(node.text);
		if (ts.isTemplateExpression(node)) {
			const pieces = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
			found.push(pieces.map(({ text }) => text).join(' … '));
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found.filter((text) => text.trim().includes(' '));
}

/** A page without code and links' addresses. */
export const wordsOfPage = (path: string): string =>
	proseOf(readPage(path))
		.replaceAll(/`[^`]*`/g, '`…`')
		.replaceAll(/\]\([^)]*\)/g, ']')
		.replaceAll(/<!--.*?-->/gs, '');
