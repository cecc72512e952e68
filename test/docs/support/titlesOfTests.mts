import ts from 'typescript';

/** What declares a test that is run; one that is skipped on purpose is none. */
const DECLARES_TEST = /^(test|it|testWhereStored)\b(?!\.(skip|todo|failing))/;

/** The titles of the tests that a file of tests declares, without those of the groups they stand in. */
export function titlesOfTests(source: string): string[] {
	const file = ts.createSourceFile('tests.mts', source, ts.ScriptTarget.Latest, true);
	const titles: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && DECLARES_TEST.test(node.expression.getText())) {
			const title = node.arguments.at(0);
			if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return titles;
}
