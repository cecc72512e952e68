import type { WorkflowDraft } from '../workflows/workflow.mts';

const DAY = 86_400_000;

/** What the new model is tested on. */
export const testData = {
	displayName: 'Calls of October',
	locale: 'en-US',
	kind: 'Acoustic',
};

/** What becomes of every test. */
export const testOutcome = {
	collection: 'evaluations' as const,
	properties: { wordErrorRate1: 0.118, wordErrorRate2: 0.064 },
};

/** Models at other places of their lives than those of the demo. */
export function furtherModels(now = Date.now()) {
	return [
		{ displayName: 'Bookings de-DE', locale: 'de-DE', daysLeft: -12 },
		{ displayName: 'Hotline en-GB', locale: 'en-GB', daysLeft: 41 },
		{ displayName: 'Kiosk ja-JP', locale: 'ja-JP', daysLeft: 230 },
	].map(({ displayName, locale, daysLeft }) => ({
		displayName,
		locale,
		createdDateTime: new Date(now - 500 * DAY).toISOString(),
		properties: {
			deprecationDates: {
				transcriptionDateTime: new Date(now + daysLeft * DAY).toISOString(),
			},
		},
	}));
}

/** A workflow with a button in place of its schedule, which would put the time of day into every item. */
export function startedByHand(workflow: WorkflowDraft): WorkflowDraft {
	const button = { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const nodes = workflow.nodes.map((node) =>
		node.type.endsWith('.scheduleTrigger') ? { ...node, ...button } : node,
	);
	return { ...workflow, nodes };
}
