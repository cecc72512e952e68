import type { Page } from 'playwright-core';

/** The panel of one node: its parameters, and what it was given and has put out. */
export function nodePanelOf(page: Page) {
	const parameters = page.getByTestId('node-parameters');
	const output = page.getByTestId('output-panel');

	return {
		async openPanel(nodeName: string) {
			await page.locator(`[data-test-id=canvas-node][data-node-name="${nodeName}"]`).dblclick();
			await parameters.waitFor();
		},

		async closePanel() {
			// An older n8n has a wide panel with another button.
			await page.getByTestId('ndv-close-button').or(page.getByTestId('back-to-canvas')).click();
			await parameters.waitFor({ state: 'detached' });
		},

		/** Chooses an option by the name it is shown with. */
		async choose(parameter: string, option: string) {
			await page.getByTestId(`parameter-input-${parameter}`).click();
			await page.getByRole('option', { name: option }).and(page.locator(':visible')).click();
		},

		/** The name of the option that a field shows as chosen. */
		chosen: async (parameter: string) =>
			await page.getByTestId(`parameter-input-${parameter}`).locator('input').inputValue(),

		/** The labels of the fields that the open panel shows, from the top. */
		async fieldLabels() {
			const labels = await parameters.getByTestId('input-label').allInnerTexts();
			// Below its name a field may offer to be an expression.
			return labels.map((label) => label.split('\n')[0]);
		},

		/** Types into a text or number field. */
		async type(parameter: string, text: string) {
			await page.getByTestId(`parameter-input-${parameter}`).locator('input').fill(text);
		},

		/** Runs the open node, and waits for its end. */
		async executeStep(end: 'success' | 'danger' = 'success') {
			await page.getByTestId('node-execute-button').click();
			await output.getByTestId(`node-run-status-${end}`).waitFor();
		},

		...panesOf(page),
	};
}

/** What the open panel shows at its sides: what the node was given, and what it has put out. */
function panesOf(page: Page) {
	const input = page.getByTestId('ndv-input-panel');
	const output = page.getByTestId('output-panel');

	return {
		/** What the open panel has in its input pane. */
		inputText: async () => await input.innerText(),

		/** What the open panel has in its output pane. */
		outputText: async () => await output.innerText(),

		/** The hint above the output. */
		async hint() {
			return await output.getByTestId('node-hint').first().innerText();
		},

		/** The error in the output pane: what happened, and what to do. */
		async error() {
			const message = output.getByTestId('node-error-message');
			const description = output.getByTestId('node-error-description');
			return { message: await message.innerText(), description: await description.innerText() };
		},

		...viewsOf(page),
	};
}

/** The ways in which a pane shows items, and what of them is in view. */
function viewsOf(page: Page) {
	const input = page.getByTestId('ndv-input-panel');
	const output = page.getByTestId('output-panel');

	return {
		/** Shows one side of the panel as 'Schema', 'Table' or 'JSON', when it has something to show. */
		async showAs(side: 'input' | 'output', view: 'Schema' | 'Table' | 'JSON') {
			const pane = side === 'output' ? output : input;
			const button = pane.getByTestId(`radio-button-${view.toLowerCase()}`);
			if (await button.isVisible()) await button.click();
		},

		/** The names of the columns that a person sees of the output as a table, without scrolling. */
		async columnsInView() {
			const heads = output.locator('table thead th');
			await heads.first().waitFor();
			const pane = await output.boundingBox();
			const edge = (pane?.x ?? 0) + (pane?.width ?? 0);
			const places = await heads.evaluateAll((cells) =>
				cells.map((cell) => {
					const { left, width } = cell.getBoundingClientRect();
					return { name: (cell as HTMLElement).innerText.trim(), left, width };
				}),
			);
			// One of which only the edge can be seen tells nothing.
			const inView = places.filter(({ left, width }) => left + Math.min(width, 80) <= edge);
			return inView.map(({ name }) => name).filter((name) => name !== '');
		},
	};
}
