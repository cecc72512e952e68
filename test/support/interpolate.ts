import {
	isExpression,
	Workflow,
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type IHttpRequestOptions,
	type INode,
	type INodeParameters,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { nodeTypesOf, START_TYPE } from './nodeTypes';

const standIn: INode = {
	id: 'credential',
	name: 'Credential',
	type: START_TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Resolves `{{ $self[...] }}` in the values of a credential, in a run and outside one. */
function self(
	values: ICredentialDataDecryptedObject,
	mode: WorkflowExecuteMode,
	inRun?: ICredentialsExpressionResolveValues,
): ICredentialDataDecryptedObject {
	const parameters = values as INodeParameters;
	if (inRun) {
		return inRun.workflow.expression.getParameterValue(
			parameters,
			inRun.runExecutionData,
			inRun.runIndex,
			inRun.itemIndex,
			inRun.node.name,
			inRun.connectionInputData,
			mode,
			{},
			undefined,
			false,
			values,
		) as ICredentialDataDecryptedObject;
	}
	const nodeTypes = nodeTypesOf([]);
	const workflow = new Workflow({ nodes: [standIn], connections: {}, active: false, nodeTypes });
	return workflow.expression.getComplexParameterValue(
		standIn,
		parameters,
		mode,
		{},
		undefined,
		undefined,
		values,
	) as ICredentialDataDecryptedObject;
}

/** Applies a generic `authenticate` rule to a request: headers, query, body, auth. */
function generic(
	rule: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolve = (value: string) => {
		if (!isExpression(value)) return value;
		const keys = { $credentials: credentials };
		const found = workflow.expression.getSimpleParameterValue(
			node,
			value,
			'internal',
			keys,
			undefined,
			'',
		);
		return found ? String(found) : '';
	};
	const given = new Map<string, unknown>(Object.entries(request));
	for (const [part, entries] of Object.entries(rule.properties)) {
		const resolved = Object.entries(entries as Record<string, string>).map(
			([key, value]): [string, string] => [resolve(key), resolve(value)],
		);
		const before = given.get(part) as object | undefined;
		Object.assign(request, { [part]: { ...before, ...Object.fromEntries(resolved) } });
	}
	return request;
}

export const interpolate = { self, generic };
