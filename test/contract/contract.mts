import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { schemasFor } from './definitions.mts';
import { findOperation, operationsOf } from './operations.mts';

const FILE = path.resolve(import.meta.dirname, '../../contract/openapi-2025-10-15.json');
const VERSIONS = ['2025-10-15', '2024-11-15'];

export type SeenRequest = {
	method: string;
	path: string;
	query: Record<string, any>;
	body?: any;
	contentType?: string;
};

export type SeenResponse = {
	method: string;
	path: string;
	status: number;
	body?: any;
	headers?: Headers;
};

/**
 * The service's contract, as `contract/` describes it.
 * Both checks return what is wrong, one sentence each; nothing means fine.
 */
function loadContract() {
	const document = JSON.parse(fs.readFileSync(FILE, 'utf8'));
	const operations = operationsOf(document);
	const requests = validatorsFor(document, 'request');
	const responses = validatorsFor(document, 'response');
	return {
		document,
		operationIds: operations.map(({ id }) => id),
		/** @param {string} method @param {string} path */
		operationId: (method: string, path: string) =>
			findOperation(operations, method, path)?.operation.id,

		/** @param {SeenRequest} request @returns {string[]} */
		validateRequest(request: SeenRequest): string[] {
			const found = findOperation(operations, request.method, request.path);
			if (!found) return [`no such operation: ${request.method} ${request.path}`];
			const { operation, values } = found;
			return [
				...operation.pathNames.flatMap((name, index) => checkId(name, values[index])),
				...checkQuery(operation, request.query),
				...checkContentType(operation, request.contentType),
				...checkBody(operation, request, requests),
			];
		},

		/** @param {SeenResponse} response @returns {string[]} */
		validateResponse(response: SeenResponse): string[] {
			const { method, status, body } = response;
			const found = findOperation(operations, method, response.path);
			if (!found) return [`no such operation: ${method} ${response.path}`];
			const declared = found.operation.responses[status];
			if (!declared && status < 400)
				return [`status ${status} is not one of ${found.operation.id}`];
			if (!declared) return status === 401 && isGatewayError(body) ? [] : responses('Error')(body);
			return [
				...checkHeaders(declared, response),
				...(declared.schema
					? responses(declared.schema)(body)
					: isEmpty(body)
						? []
						: ['the body should be empty']),
			];
		},
	};
}

function validatorsFor(document: any, mode: 'request' | 'response') {
	const ajv = new Ajv({ allErrors: true, strict: false });
	addFormats(ajv);
	ajv.addSchema({ $id: mode, definitions: schemasFor(document.definitions, mode) });
	/** @param {string | any} schema a definition's name or a schema of the document */
	return (schema: string | any) => {
		const inlined = typeof schema === 'string' ? { $ref: `#/definitions/${schema}` } : schema;
		const text = JSON.stringify(inlined).replaceAll('"#/definitions/', `"${mode}#/definitions/`);
		const validate = ajv.compile(JSON.parse(text));
		return (/** @type {unknown} */ body: unknown) =>
			validate(body === undefined ? null : body)
				? []
				: (validate.errors ?? []).map(
						({ instancePath, message, params }) =>
							`body${instancePath} ${message} ${JSON.stringify(params)}`,
					);
	};
}

function checkId(name: string, value: string) {
	const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
	return uuid.test(value) ? [] : [`path parameter '${name}' is no UUID: ${value}`];
}

function checkQuery(operation: import('./operations.mts').Operation, query: Record<string, any>) {
	const known = operation.parameters.filter((one) => one.in === 'query');
	const unknown = Object.keys(query).filter((name) => !known.some((one) => one.name === name));
	const wrong = known.flatMap((one) => {
		const value = query[one.name];
		if (value === undefined) return one.required ? [`query '${one.name}' is missing`] : [];
		if (one.type === 'integer' && !/^\d+$/.test(String(value))) {
			return [`query '${one.name}' is no integer: ${value}`];
		}
		return [];
	});
	const version = query['api-version'];
	if (version !== undefined && !VERSIONS.includes(version)) wrong.push(`api-version ${version}`);
	return [...unknown.map((name) => `query '${name}' is not known to ${operation.id}`), ...wrong];
}

function checkContentType(
	operation: import('./operations.mts').Operation,
	contentType: string | undefined,
) {
	if (contentType === undefined || operation.consumes.length === 0) return [];
	const bare = contentType.split(';')[0].trim();
	return operation.consumes.includes(bare) ? [] : [`content type ${bare} for ${operation.id}`];
}

function checkBody(
	operation: import('./operations.mts').Operation,
	{ body, query }: SeenRequest,
	validator: ReturnType<typeof validatorsFor>,
) {
	const parameter = operation.parameters.find((one) => one.in === 'body');
	if (!parameter) return isEmpty(body) ? [] : [`${operation.id} takes no body`];
	if (parameter.schema.format === 'binary') return isEmpty(body) ? ['the block is empty'] : [];
	const old = query['api-version'] === '2024-11-15' && body?.project !== undefined;
	return [...validator(parameter.schema)(body), ...(old ? ["'project' with 2024-11-15"] : [])];
}

function checkHeaders(declared: any, { headers }: SeenResponse) {
	if (!headers) return [];
	const allowed = Object.keys(declared.headers ?? {});
	const problems = [];
	for (const name of ['Location', 'Operation-Location', 'Retry-After']) {
		const value = headers.get(name);
		if (value === null) continue;
		if (!allowed.includes(name)) problems.push(`header ${name} is not declared here`);
		else if (name === 'Retry-After' && !/^\d+$/.test(value)) problems.push(`${name}: ${value}`);
		else if (name !== 'Retry-After' && !URL.canParse(value)) problems.push(`${name}: ${value}`);
	}
	return problems;
}

/** @param {any} body */
function isGatewayError(body: any) {
	return typeof body?.error?.code === 'string' && typeof body.error.message === 'string';
}

/** @param {unknown} body */
function isEmpty(body: unknown) {
	return body === undefined || body === null || body === '';
}

export { loadContract };
