const DAY = 86_400_000;

/** What the new model is tested on. */
const testData = {
	displayName: 'Calls of October',
	locale: 'en-US',
	kind: 'Acoustic',
};

/** What becomes of every test. */
const testOutcome = {
	collection: 'evaluations',
	properties: { wordErrorRate1: 0.118, wordErrorRate2: 0.064 },
};

/** Models at other places of their lives than those of the demo. */
function furtherModels(now = Date.now()) {
	return [
		['Bookings de-DE', 'de-DE', -12],
		['Hotline en-GB', 'en-GB', 41],
		['Kiosk ja-JP', 'ja-JP', 230],
	].map(([displayName, locale, daysLeft]) => ({
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
function startedByHand(workflow) {
	const schedule = workflow.nodes.find(({ type }) => type.endsWith('.scheduleTrigger'));
	Object.assign(schedule, {
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	});
	return workflow;
}

export { testData, testOutcome, furtherModels, startedByHand };
