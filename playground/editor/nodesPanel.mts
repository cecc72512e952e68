import type { Page } from 'playwright-core';

// With these the list begins, for the first node of a workflow and for any other.
const GROUPS = /^(Trigger manually|Action in an app)$/;

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
		await searchBar.fill(words);
		// Groups of nodes are shown until there is a result.
		await page.getByText(GROUPS).first().waitFor({ state: 'detached' });
		await names.or(page.getByTestId('node-creator-no-results')).first().waitFor();
		return await names.allInnerTexts();
	}

	return {
		findNodes,

		/** Shows an empty workflow that has not been saved. */
		async startWorkflow() {
			await page.goto(`${url}/workflow/new`);
			await page.getByTestId('canvas-plus-button').waitFor();
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
	};
}
