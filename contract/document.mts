import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A schema as Swagger 2.0 writes it, with the extensions of Azure that this contract has. */
export interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	enum?: string[];
	items?: Schema;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: Schema | false;
	allOf?: Schema[];
	readOnly?: boolean;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	'x-ms-enum'?: { name: string; modelAsString: boolean };
}

/** A parameter of an operation: one of its path, its query, or its body, which has a schema. */
export interface Parameter {
	name: string;
	in: 'path' | 'query' | 'body';
	required?: boolean;
	type?: string;
	schema?: Schema;
}

/** A reference to a parameter that several operations share. */
export interface Shared {
	$ref: string;
}

/** An answer that an operation can give. */
export interface Declared {
	schema?: Schema;
	headers?: Record<string, unknown>;
}

/** What a document tells of an operation. */
export interface DescribedOperation {
	operationId: string;
	parameters?: Array<Parameter | Shared>;
	consumes?: string[];
	responses: Record<string, Declared>;
}

/** The contract of the service, a document of Swagger 2.0. */
export interface ContractDocument {
	paths: Record<string, Record<string, DescribedOperation>>;
	parameters: Record<string, Parameter>;
	definitions: Record<string, Schema>;
}

/** Where the contract lies. */
export const CONTRACT_FILE = join(import.meta.dirname, 'openapi-2025-10-15.json');

/** Reads the contract. */
export const readContract = (): ContractDocument =>
	JSON.parse(readFileSync(CONTRACT_FILE, 'utf8')) as ContractDocument;

/** The last part of a reference, which is the name of what it refers to. */
export const nameIn = (reference: string): string => reference.split('/').at(-1) ?? '';
