import {
	NodeConnectionTypes,
	type IConnections,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeType,
	type OnError,
} from 'n8n-workflow';
import { START_TYPE, typeOf } from './nodeTypes';

/** The stub at the front of every test workflow. */
export const START_NAME = 'Start';

/** A node as it stands on the canvas of a test. */
export interface PlacedNode {
	node: INodeType;
	/** Left out, the display name of the node. */
	name?: string;
	parameters?: INodeParameters;
	typeVersion?: number;
	onError?: OnError;
	retryOnFail?: boolean;
	maxTries?: number;
	/** In milliseconds; the engine reads 0 as its default of one second. */
	waitBetweenTries?: number;
	disabled?: boolean;
}

/** The name a placed node goes by. */
export const nameOf = ({ name, node }: PlacedNode) => name ?? node.description.displayName;

/** The nodes of a workflow: the start stub, then the given ones with their credentials. */
export function nodesOf(
	placed: PlacedNode[],
	credentials: Record<string, INodeCredentialsDetails>,
): INode[] {
	const start = { id: 'start', name: START_NAME, type: START_TYPE, parameters: {}, typeVersion: 1 };
	const rest = placed.map(({ node, ...settings }, index) => ({
		...settings,
		parameters: settings.parameters ?? {},
		id: `node-${index + 1}`,
		name: nameOf({ node, ...settings }),
		type: typeOf(node),
		typeVersion: settings.typeVersion ?? 1,
		credentials: structuredClone(credentials),
	}));
	return [start, ...rest].map((node, index) => ({ ...node, position: [index * 200, 0] }));
}

/** Connects the nodes in a row, first output to first input. */
export function inARow(names: string[]): IConnections {
	const pairs = names
		.slice(1)
		.map((next, index): [string, IConnections[string]] => [
			names[index],
			{ main: [[{ node: next, type: NodeConnectionTypes.Main, index: 0 }]] },
		]);
	return Object.fromEntries(pairs);
}
