import type { Page } from 'playwright-core';

// With these the list begins, for the first node of a workflow and for any other.
const GROUPS = /^(Trigger manually|Action in an app)$/;

const ACTIONS = /^Actions \(\d+\)$/;

/** The panel in which a person looks for nodes and adds them. */
export function nodesPanelOf(page: Page, url: string) {
	const names = page.getByTestId('node-creator-item-name');
	const searchBar = page.getByTestId('node-creator-search-bar');

	async function open() {
		const firstStep = page.getByTestId('canvas-plus-button');
		const more = page.getByTestId('node-creator-plus-button');
		await firstStep.or(more).first().waitFor();
		if (await searchBar.isVisible()) return;
		await ((await firstStep.isVisible()) ? firstStep : more).click();
	}

	/** The names that the list of nodes to add offers for a search. */
	async function findNodes(words: string) {
		await open();
		// What an earlier search has found stays until the next one has; the groups come between the two.
		await searchBar.fill('');
		await page.getByText(GROUPS).first().waitFor();
		await searchBar.fill(words);
		await page.getByText(GROUPS).first().waitFor({ state: 'detached' });
		await names.or(page.getByTestId('node-creator-no-results')).first().waitFor();
		return await names.allInnerTexts();
	}

	return {
		findNodes,

		/** Shows an empty workflow that has not been saved. */
		async startWorkflow() {
			await page.goto(`${url}/workflow/new`);
			// The first page loads the whole editor.
			await page.getByTestId('canvas-plus-button').waitFor({ timeout: 60_000 });
		},

		/**
		 * Adds a node that a search finds, which opens its panel.
		 *
		 * @param words searched for
		 * @param action one of those the node offers, such as 'Train new model'
		 */
		async addNode(nodeName: string, words: string, action: string) {
			await findNodes(words);
			await names.getByText(nodeName, { exact: true }).click();
			await page.getByText(action, { exact: true }).click();
			await page.getByTestId('node-parameters').waitFor();
		},

		...actionsOf(page, findNodes),
	};
}

/** The actions of a node, which the panel lists once the node was chosen. */
function actionsOf(page: Page, findNodes: (words: string) => Promise<string[]>) {
	const names = page.getByTestId('node-creator-item-name');
	const header = page.getByTestId('nodes-list-header');

	return {
		/** Shows the actions that a node offers, and reads them from the top. */
		async showActions(nodeName: string, words: string) {
			await findNodes(words);
			await names.getByText(nodeName, { exact: true }).click();
			await page.getByText(ACTIONS).waitFor();
			const entries = await names
				.or(page.getByTestId('node-creator-category-item'))
				.allInnerTexts();
			// Above them are the triggers that n8n proposes for any node.
			return entries.slice(entries.findIndex((entry) => ACTIONS.test(entry)) + 1);
		},

		/** Goes from the actions of a node back to the list of nodes. */
		async leaveActions() {
			await header.getByRole('button').first().click();
			await page.getByText(ACTIONS).waitFor({ state: 'detached' });
		},
	};
}
