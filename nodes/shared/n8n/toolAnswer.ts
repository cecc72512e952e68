import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * What an AI agent gets to read: the items of all outputs, since n8n hands on the first only, and of each what the
 * node has added, since the agent knows its own question.
 */
export function toolAnswer(
	context: IExecuteFunctions,
	outputs: INodeExecutionData[][],
): INodeExecutionData[][] {
	const inputs = context.getInputData();
	return [
		outputs.flat().map((item) => {
			const { json: asked } = inputs[indexOfInput(item)] ?? inputs[0];
			const added = Object.entries(item.json).filter(([name, value]) => asked[name] !== value);
			return { ...item, json: Object.fromEntries(added) };
		}),
	];
}

function indexOfInput({ pairedItem }: INodeExecutionData): number {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
}
