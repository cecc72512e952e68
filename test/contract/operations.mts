import {
	nameIn,
	type ContractDocument,
	type Declared,
	type Parameter,
} from '../../contract/document.mts';

/** An operation of the service, ready to be found by a request. */
export interface Operation {
	id: string;
	method: string;
	pattern: RegExp;
	pathNames: string[];
	/** Characters of the path that are no parameter: of two that fit, the one with more is meant. */
	literals: number;
	parameters: Parameter[];
	consumes: string[];
	/** By status. */
	responses: Map<number, Declared>;
}

/** All operations of the contract. */
export function operationsOf(document: ContractDocument): Operation[] {
	return Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({
			id: operation.operationId,
			method: method.toUpperCase(),
			pattern: patternOf(path),
			pathNames: [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]),
			literals: path.replace(/\{\w+\}/g, '').length,
			parameters: (operation.parameters ?? []).map((one) =>
				'$ref' in one ? document.parameters[nameIn(one.$ref)] : one,
			),
			consumes: operation.consumes ?? [],
			responses: new Map(
				Object.entries(operation.responses).map(([status, one]) => [Number(status), one]),
			),
		})),
	);
}

function patternOf(path: string) {
	return new RegExp(`^${path.replace(/\{\w+\}/g, '([^/:]+)')}$`);
}

/** The operation a request is for, with the values of its path; undefined when there is none. */
export function findOperation(operations: Operation[], method: string, path: string) {
	const plain = path.replace(/^\/speechtotext(?=\/)/, '').replace(/%3a/gi, ':');
	const operation = operations
		.filter((one) => one.method === method.toUpperCase() && one.pattern.test(plain))
		.sort((one, other) => other.literals - one.literals)
		.at(0);
	return operation && { operation, values: operation.pattern.exec(plain)?.slice(1) ?? [] };
}
