/** The trigger that `runOnSchedule` lets fire. */
const SCHEDULE = {
	name: 'Now',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ field: 'weeks' }] } },
};

/**
 * A workflow of nodes in a row, each leading to the next by its first output.
 *
 * @param nodes what n8n keeps of them but place and id; the type of this package's own nodes is their bare name
 * @param more.credential for this package's own nodes
 * @param more.trigger left out, a weekly schedule
 */
function workflowInARow(
	name: string,
	nodes: object[],
	{
		credential,
		trigger = SCHEDULE,
	}: { credential?: { id: string; name: string; type: string }; trigger?: object } = {},
) {
	const row = [trigger, ...nodes.map((node) => (isOurs(node) ? asOurs(node, credential) : node))];
	const links = row.slice(1).map((next, index) => {
		const to = [[{ node: next.name, type: 'main', index: 0 }]];
		return [row[index].name, { main: to }];
	});
	return {
		name,
		nodes: row.map((node, index) => ({ id: `row-${index}`, position: [index * 240, 0], ...node })),
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

function isOurs({ type }) {
	return !type.includes('.');
}

function asOurs(node, { id, name, type }) {
	return {
		...node,
		type: `n8n-nodes-custom-speech.${node.type}`,
		typeVersion: 1,
		credentials: { [type]: { id, name } },
	};
}

export { workflowInARow };
