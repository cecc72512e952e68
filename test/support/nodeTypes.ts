import { NodeHelpers, type INodeType, type INodeTypes } from 'n8n-workflow';
import { passthroughNode } from './stubNodes';

const PACKAGE = 'n8n-nodes-custom-speech';

/** Type name of the stub that feeds the items of a test into a workflow. */
export const START_TYPE = 'test.start';

// nodes of n8n itself that our inline sub-workflows are built from
const CORE_NODES = ['executeWorkflowTrigger', 'noOp'];

/** The full type name n8n gives a node of this package. */
export const typeOf = (node: INodeType) => `${PACKAGE}.${node.description.name}`;

/** A registry holding the given nodes and the stubs every test workflow may need. */
export function nodeTypesOf(nodes: INodeType[]): INodeTypes {
	const known = new Map<string, INodeType>([
		[START_TYPE, passthroughNode('start')],
		...CORE_NODES.map((name): [string, INodeType] => [
			`n8n-nodes-base.${name}`,
			passthroughNode(name),
		]),
		...nodes.map((node): [string, INodeType] => [typeOf(node), node]),
	]);
	const find = (type: string) => {
		const found = known.get(type);
		if (!found) throw new Error(`The test registered no node of type '${type}'`);
		return found;
	};
	return {
		getByName: find,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(find(type), version),
		getKnownTypes: () => ({}),
	};
}
