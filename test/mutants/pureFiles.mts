import { dirname, join } from 'node:path';
import ts from 'typescript';
import { shippedSources, textOf } from '../structure/repository.mts';

/** What a pure file may import of others when it runs. */
const ALLOWED = new Set(['luxon', 'node:crypto']);

/** Types of what works outside, or of what a person fills in: such a file is held by the tests in the engine. */
const NOT_PURE =
	/^(I\w*Functions|CallContext|SpeechClient|Search|INodeProperties|INodeType\w*|ICredentialType)$/;

interface Imports {
	/** Modules it needs when it runs: a path relative to the root, or the name of a package. */
	modules: string[];
	/** All names it imports, types included. */
	names: string[];
}

/**
 * The shipped files that decide and do nothing else, relative to the root: none takes a context of n8n or the client
 * of the service, none describes fields, and when they run they import nothing but each other, luxon and node:crypto.
 */
export function pureFiles(): string[] {
	const imports = new Map(shippedSources().map((path) => [path, importsOf(path)]));
	const pure = new Set(imports.keys());
	const isPure = (path: string) => {
		const { modules, names } = imports.get(path) ?? { modules: [], names: [] };
		return (
			modules.every((name) => ALLOWED.has(name) || pure.has(name)) &&
			!names.some((name) => NOT_PURE.test(name))
		);
	};
	// one that is not pure makes those that import it impure, so until none is found any more
	for (let before = Infinity; pure.size < before; ) {
		before = pure.size;
		for (const path of pure) if (!isPure(path)) pure.delete(path);
	}
	return [...pure].sort();
}

function importsOf(path: string): Imports {
	const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest);
	const found: Imports = { modules: [], names: [] };
	for (const statement of source.statements) {
		if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier))
			continue;
		const { importClause, moduleSpecifier } = statement;
		const bindings = importClause?.namedBindings;
		if (bindings && ts.isNamedImports(bindings)) {
			found.names.push(
				...bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text),
			);
		}
		if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
		const { text } = moduleSpecifier;
		found.modules.push(text.startsWith('.') ? `${join(dirname(path), text)}.ts` : text);
	}
	return found;
}
