import {
	LoggerProxy,
	NodeApiError,
	NodeOperationError,
	type INode,
	type INodeParameters,
	type JsonObject,
} from 'n8n-workflow';

import { ServiceError } from '../api/serviceError';
import { InputError } from '../speech/inputError';
import { fieldsWithoutSecrets } from '../speech/simplify';
import { cleanText, withoutUrlSecrets } from '../speech/text';

export type NodeFailure = NodeApiError | NodeOperationError;

/**
 * The error n8n shows for anything thrown while an item was handled.
 *
 * @param itemIndex Of the item, from 0; left out when the whole run is concerned.
 */
export function toNodeError(failing: INode, thrown: unknown, itemIndex?: number): NodeFailure {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		if (itemIndex !== undefined) thrown.context.itemIndex ??= itemIndex;
		return thrown;
	}
	const node = withoutSecrets(failing);
	if (thrown instanceof ServiceError) {
		const { message, advice, status, code } = thrown.facts;
		const body: JsonObject = { message, ...(code && { code }) };
		const httpCode = status === undefined ? undefined : String(status);
		return new NodeApiError(node, body, { message, description: advice, httpCode, itemIndex });
	}
	if (thrown instanceof InputError) {
		const { message, advice } = thrown;
		return new NodeOperationError(node, message, { description: advice, itemIndex });
	}
	if (isFaultOfCode(thrown)) return unforeseen(node, thrown, itemIndex);
	const message = cleanText(thrown instanceof Error ? thrown.message : String(thrown));
	return new NodeOperationError(node, message || 'An unexpected error occurred', { itemIndex });
}

/** What JavaScript itself throws tells a person nothing. */
const FAULTS_OF_CODE = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError'];

function isFaultOfCode(thrown: unknown): thrown is Error {
	return thrown instanceof Error && FAULTS_OF_CODE.includes(thrown.name);
}

function unforeseen(node: INode, fault: Error, itemIndex?: number): NodeOperationError {
	LoggerProxy.error(`${node.name}: ${withoutUrlSecrets(fault.stack ?? fault.message)}`);
	return new NodeOperationError(node, 'An unexpected error occurred in this node.', {
		description:
			"The cause is in the node itself. Run the workflow again, and report it if it happens again. The details are in n8n's log.",
		itemIndex,
	});
}

/** The node as an error carries it, also to the workflow for errors: a URL typed into a field may hold a SAS. */
function withoutSecrets(node: INode): INode {
	return { ...node, parameters: fieldsWithoutSecrets(node.parameters) as INodeParameters };
}

/** What happened and what to do next, as one text. */
export function fullText(error: NodeFailure): string {
	return [error.message, error.description].filter(Boolean).join(' ');
}

/** The same error with what to do next told in its message. */
export function withWholeMessage(error: NodeFailure): NodeFailure {
	error.message = fullText(error);
	error.description = null;
	return error;
}
