import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

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

/** A node that leads failed items, known by `failedIn`, to its second output, as an IF node would. */
export function failedApartNode(name: string): INodeType {
	const { description } = passthroughNode(name);
	return {
		description: {
			...description,
			outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		},
		execute(this: IExecuteFunctions) {
			const items = this.getInputData();
			const hasFailed = ({ json }: INodeExecutionData) => json.failedIn !== undefined;
			return Promise.resolve([items.filter((item) => !hasFailed(item)), items.filter(hasFailed)]);
		},
	};
}
