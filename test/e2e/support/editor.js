const { requireInstalled } = require('../../../playground/lib/requireInstalled');
const { launchBrowser } = require('./browser');
const { noteComplaints } = require('./complaints');
const { takePicture, takeWorkflowPicture } = require('./pictures');
const { sharedPlayground } = require('./sharedPlayground');

/**
 * Opens n8n's editor in a browser, signed in.
 *
 * @param {{ url: string, owner: { email: string, password: string } }} [n8n] left out, the shared one
 */
async function openEditor({ url, owner } = sharedPlayground()) {
	requireInstalled('playwright-core').selectors.setTestIdAttribute('data-test-id');
	const browser = await launchBrowser();
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const complaints = noteComplaints(page);
	await page.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: owner.email, password: owner.password },
	});

	return {
		page,
		complaints,
		picture: (name) => takePicture(page, name),
		workflowPicture: (name) => takeWorkflowPicture(page, name),
		close: () => browser.close(),

		/** Shows a workflow as a whole. */
		async show(workflow) {
			await page.goto(`${url}/workflow/${workflow.id}`);
			const nodes = workflow.nodes.filter(isNoNote);
			await page
				.getByTestId('canvas-node')
				.nth(nodes.length - 1)
				.waitFor();
			await page.getByTestId('zoom-to-fit').click();
		},

		/** Presses the button that runs the shown workflow. */
		async run() {
			await page.getByTestId('execute-workflow-button').first().click();
		},

		/** Asks something in the chat of the shown workflow, and reads the answer. */
		async chat(question) {
			await page.getByTestId('workflow-chat-button').click();
			const chat = page.getByTestId('canvas-chat');
			await chat.locator('textarea').fill(question);
			await chat.locator('textarea').press('Enter');
			const answer = chat.locator('.chat-message-from-bot:not(.chat-message-typing)').last();
			await answer.waitFor();
			return await answer.innerText();
		},

		/** What the open panel has in its output pane. */
		async outputText() {
			return await page.getByTestId('output-panel').innerText();
		},

		/** Shows the executions of a workflow, and reads the list, newest first. */
		async showExecutions(workflow) {
			await page.goto(`${url}/workflow/${workflow.id}/executions`);
			const list = page.getByTestId('current-executions-list');
			await list
				.getByTestId(/^execution-details-/)
				.first()
				.waitFor();
			await page.getByTestId('canvas-node').first().waitFor();
			return await list.getByTestId(/^execution-details-/).allInnerTexts();
		},

		/** The names of the nodes on the canvas, in the order of the workflow. */
		async nodeNames() {
			const nodes = await page.getByTestId('canvas-node').all();
			return await Promise.all(nodes.map((node) => node.getAttribute('data-node-name')));
		},

		async openPanel(nodeName) {
			await page.locator(`[data-test-id=canvas-node][data-node-name="${nodeName}"]`).dblclick();
			await page.getByTestId('node-parameters').waitFor();
		},

		async closePanel() {
			await page.keyboard.press('Escape');
			// An older n8n has a wide panel with another button.
			await page.getByTestId('ndv-close-button').or(page.getByTestId('back-to-canvas')).click();
			await page.getByTestId('node-parameters').waitFor({ state: 'detached' });
		},

		/** The names that the list of nodes to add offers for a search. */
		async findNodes(words) {
			await page.getByTestId('node-creator-plus-button').click();
			await page.getByTestId('node-creator-search-bar').fill(words);
			// Groups of nodes are shown until there is a result.
			await page.getByText('Action in an app').waitFor({ state: 'detached' });
			const found = page.getByTestId('node-creator-item-name');
			await found.or(page.getByTestId('node-creator-no-results')).first().waitFor();
			return await found.allInnerTexts();
		},

		/** Opens the credential of the open panel and reads what its test says. */
		async testCredential() {
			await page.getByTestId('credential-edit-button').click();
			const result = page.getByTestId('credentials-config-container-test-success');
			await result.waitFor();
			return await result.innerText();
		},

		/** Opens the list of a parameter and reads what it offers. */
		async listOf(parameter) {
			const locator = page.getByTestId(`resource-locator-${parameter}`);
			await locator.getByTestId('rlc-input').click();
			const entries = page.getByTestId('rlc-item');
			await entries.first().waitFor();
			return await entries.allInnerTexts();
		},
	};
}

function isNoNote(node) {
	return !node.type.endsWith('.stickyNote');
}

module.exports = { openEditor, isNoNote };
