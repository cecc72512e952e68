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

/** The texts at any depth of a description whose key and text are wanted. */
function textsIn(value: unknown, isWanted: (key: string, text: string) => boolean): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, isWanted));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		if (typeof inner !== 'string') return textsIn(inner, isWanted);
		return isWanted(key, inner) ? [inner] : [];
	});
}

/** The texts in a description that a person reads. An internal name has no space. */
const shownIn = (value: unknown) =>
	textsIn(value, (key, text) => SHOWN.has(key) && (key !== 'name' || text.includes(' ')));

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
	const described = [
		...manifest.n8n.nodes.map((built) => nodeIn(sourceOf(built)).description.properties),
		...manifest.n8n.credentials.map((built) => credentialIn(sourceOf(built)).properties),
	];
	return textsIn(described, (key) => key === 'description');
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
