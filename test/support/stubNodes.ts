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
