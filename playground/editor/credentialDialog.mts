import type { Page } from 'playwright-core';

/** The credential of the open panel. */
export function credentialDialogOf(page: Page, url: string) {
	const dialog = page.getByTestId('editCredential-modal');
	const select = page.getByTestId('node-credentials-select');

	async function type(field: string, text: string) {
		await dialog.getByTestId(`parameter-input-${field}`).locator('input').fill(text);
	}

	return {
		/** Which credential the node has. */
		chosenCredential: async () => await select.locator('input').first().inputValue(),

		/** Begins a new credential of the kind with a resource key. */
		async startCredential() {
			await select.first().click();
			await page.getByTestId('node-credentials-select-item-new').click();
			await dialog.getByTestId('parameter-input-apiKey').waitFor();
		},

		/** Has the new credential reach a custom endpoint instead of a region. */
		async typeEndpoint(endpoint: string) {
			await dialog.getByTestId('parameter-input-endpointType').click();
			await page.getByRole('option', { name: 'Custom Domain or Other Endpoint' }).click();
			await type('endpoint', endpoint);
		},

		async typeKey(key: string) {
			await type('apiKey', key);
		},

		/** Saves the credential, which tests it. */
		async saveCredential() {
			await dialog.getByTestId('credential-save-button').click();
		},

		/** Has the dialog tell why the saved credential does not work. */
		async showRefusal() {
			await dialog.getByText('More details').click();
		},

		/** What the dialog says. */
		credentialText: async () => await dialog.innerText(),

		/** Waits until a credential that works has closed the dialog. */
		async accepted() {
			await dialog.waitFor({ state: 'detached' });
		},

		/** Opens the credential of the open panel and reads what its test says. */
		async testCredential() {
			await page.getByTestId('credential-edit-button').click();
			const result = page.getByTestId('credentials-config-container-test-success');
			await result.waitFor();
			return await result.innerText();
		},

		...storedCredentialOf(page, url),
	};
}

/** The dialog of a credential that is opened from the list of credentials. */
function storedCredentialOf(page: Page, url: string) {
	const dialog = page.getByTestId('editCredential-modal');

	return {
		/** Opens the dialog of a stored credential. */
		async openCredential(id: string) {
			await page.goto(`${url}/home/credentials/${id}`);
			await dialog.getByTestId('credential-save-button').waitFor({ timeout: 60_000 });
		},

		/** How far above the lower edge of the dialog something it says ends; below zero it must be scrolled to. */
		async roomBelow(words: string | RegExp) {
			const text = await dialog.getByText(words).first().boundingBox();
			const whole = await dialog.boundingBox();
			if (!text || !whole) throw new Error(`The dialog does not say ${String(words)}`);
			return whole.y + whole.height - (text.y + text.height);
		},
	};
}
