import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import {
	readContract,
	type ContractDocument,
	type Declared,
	type Schema,
} from '../../contract/document.mts';
import { schemasFor, type JsonSchema, type Mode } from './definitions.mts';
import { findOperation, operationsOf, type Operation } from './operations.mts';

const VERSIONS = ['2025-10-15', '2024-11-15'];

/** What of a request is checked. */
export interface CheckedRequest {
	method: string;
	path: string;
	query: Record<string, unknown>;
	body?: unknown;
	contentType?: string;
}

/** What of a response is checked; `path` is that of its request. */
export interface CheckedResponse {
	method: string;
	path: string;
	status: number;
	body?: unknown;
	headers?: Headers;
}

/**
 * The service's contract, as `contract/` describes it.
 * Both checks return what is wrong, one sentence each; nothing means fine.
 */
export function loadContract() {
	const document = readContract();
	const operations = operationsOf(document);
	const requests = validatorsFor(document, 'request');
	const responses = validatorsFor(document, 'response');
	return {
		document,
		operationIds: operations.map(({ id }) => id),
		operationId: (method: string, path: string) =>
			findOperation(operations, method, path)?.operation.id,

		validateRequest(request: CheckedRequest): string[] {
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

		validateResponse(response: CheckedResponse): string[] {
			const { method, status, body } = response;
			const found = findOperation(operations, method, response.path);
			if (!found) return [`no such operation: ${method} ${response.path}`];
			const declared = found.operation.responses.get(status);
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

function validatorsFor(document: ContractDocument, mode: Mode) {
	const ajv = new Ajv({ allErrors: true, strict: false });
	addFormats(ajv);
	ajv.addSchema({ $id: mode, definitions: schemasFor(document.definitions, mode) });
	/** @param schema a definition's name or a schema of the document */
	return (schema: string | Schema) => {
		const inlined = typeof schema === 'string' ? { $ref: `#/definitions/${schema}` } : schema;
		const text = JSON.stringify(inlined).replaceAll('"#/definitions/', `"${mode}#/definitions/`);
		const validate = ajv.compile(JSON.parse(text) as JsonSchema);
		return (body: unknown) =>
			validate(body === undefined ? null : body)
				? []
				: (validate.errors ?? []).map(
						({ instancePath, message, params }) =>
							`body${instancePath} ${String(message)} ${JSON.stringify(params)}`,
					);
	};
}

function checkId(name: string, value: string) {
	const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
	return uuid.test(value) ? [] : [`path parameter '${name}' is no UUID: ${value}`];
}

/** A value of a query as it stands in the address. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function checkQuery(operation: Operation, query: CheckedRequest['query']) {
	const known = operation.parameters.filter((one) => one.in === 'query');
	const unknown = Object.keys(query).filter((name) => !known.some((one) => one.name === name));
	const wrong = known.flatMap((one) => {
		const value = query[one.name];
		if (value === undefined) return one.required ? [`query '${one.name}' is missing`] : [];
		if (one.type === 'integer' && !/^\d+$/.test(textOf(value))) {
			return [`query '${one.name}' is no integer: ${textOf(value)}`];
		}
		return [];
	});
	const version = query['api-version'];
	if (version !== undefined && !VERSIONS.includes(textOf(version)))
		wrong.push(`api-version ${textOf(version)}`);
	return [...unknown.map((name) => `query '${name}' is not known to ${operation.id}`), ...wrong];
}

function checkContentType(operation: Operation, contentType: string | undefined) {
	if (contentType === undefined || operation.consumes.length === 0) return [];
	const bare = contentType.split(';')[0].trim();
	return operation.consumes.includes(bare) ? [] : [`content type ${bare} for ${operation.id}`];
}

function checkBody(
	operation: Operation,
	{ body, query }: CheckedRequest,
	validator: ReturnType<typeof validatorsFor>,
) {
	const parameter = operation.parameters.find((one) => one.in === 'body');
	if (!parameter?.schema) return isEmpty(body) ? [] : [`${operation.id} takes no body`];
	if (parameter.schema.format === 'binary') return isEmpty(body) ? ['the block is empty'] : [];
	const old = query['api-version'] === '2024-11-15' && hasProject(body);
	return [...validator(parameter.schema)(body), ...(old ? ["'project' with 2024-11-15"] : [])];
}

const hasProject = (body: unknown) =>
	typeof body === 'object' && body !== null && 'project' in body && body.project !== undefined;

function checkHeaders(declared: Declared, { headers }: CheckedResponse) {
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

function isGatewayError(body: unknown) {
	const { error } = (body ?? {}) as { error?: { code?: unknown; message?: unknown } };
	return typeof error?.code === 'string' && typeof error.message === 'string';
}

function isEmpty(body: unknown) {
	return body === undefined || body === null || body === '';
}
