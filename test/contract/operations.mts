export interface Operation {
	id: string;
	method: string;
	pattern: RegExp;
	pathNames: string[];
	literals: number;
	parameters: any[];
	consumes: string[];
	responses: Record<string, any>;
}

/**
 * All operations of a swagger document.
 */
function operationsOf(document: any): Operation[] {
	return Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({
			id: operation.operationId,
			method: method.toUpperCase(),
			pattern: patternOf(path),
			pathNames: [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]),
			literals: path.replace(/\{\w+\}/g, '').length,
			parameters: (operation.parameters ?? []).map((/** @type {any} */ one: any) =>
				one.$ref ? document.parameters[one.$ref.split('/').pop()] : one,
			),
			consumes: operation.consumes ?? [],
			responses: operation.responses,
		})),
	);
}

/** @param {string} path */
function patternOf(path: string) {
	return new RegExp(`^${path.replace(/\{\w+\}/g, '([^/:]+)')}$`);
}

/**
 * The operation a request is for.
 */
function findOperation(operations: Operation[], method: string, path: string) {
	const plain = path.replace(/^\/speechtotext(?=\/)/, '').replace(/%3a/gi, ':');
	const [operation] = operations
		.filter((one) => one.method === method.toUpperCase() && one.pattern.test(plain))
		.sort((one, other) => other.literals - one.literals);
	return operation && { operation, values: operation.pattern.exec(plain)?.slice(1) ?? [] };
}

export { operationsOf, findOperation };
