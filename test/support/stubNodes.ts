import { NodeConnectionTypes, type INodeType, type IExecuteFunctions } from 'n8n-workflow';

/** A node that hands its items on, and stands for whatever would really be in that place. */
export function passthroughNode(name: string): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: 'Hands its items on',
			defaults: { name },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute(this: IExecuteFunctions) {
			return Promise.resolve([this.getInputData()]);
		},
	};
}

/** A node that hands its items on the first time only, so that a loop it stands in ends. */
export function onceNode(name: string): INodeType {
	const { description } = passthroughNode(name);
	let runs = 0;
	return {
		description,
		execute(this: IExecuteFunctions) {
			runs += 1;
			return Promise.resolve([runs === 1 ? this.getInputData() : []]);
		},
	};
}
