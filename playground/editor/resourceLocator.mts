/** The fields of the open panel in which a person picks something that the service has. */
function resourceLocatorOf(page) {
	const visible = (testId) => page.locator(`[data-test-id=${testId}]:visible`);
	const entries = visible('rlc-item');
	const field = (parameter) => page.getByTestId(`resource-locator-${parameter}`);

	/** Opens the list of a field and reads what it offers. */
	async function listOf(parameter) {
		await field(parameter).getByTestId('rlc-input').click();
		await entries.first().waitFor();
		return await entries.allInnerTexts();
	}

	return {
		listOf,

		/** Turns a field that reads the incoming item into one to pick from a list. */
		async pickFromList(parameter) {
			await field(parameter).hover();
			await page
				.getByTestId(`${parameter}-parameter-input-options-container`)
				.getByTestId('radio-button-fixed')
				.click();
			await field(parameter).getByTestId('rlc-mode-selector').click();
			await visible('mode-list').click();
		},

		/** Searches the open list, and reads what is left of it. */
		async searchList(words) {
			const before = await entries.allInnerTexts();
			await visible('rlc-search').fill(words);
			await page.waitForFunction((count) => {
				const { document } = globalThis;
				const shown = [...document.querySelectorAll('[data-test-id=rlc-item]')];
				const left = shown.filter((entry) => entry.offsetParent !== null);
				return left.length > 0 && left.length < count;
			}, before.length);
			return await entries.allInnerTexts();
		},

		/** Picks an entry of the open list, and reads what the field shows then. */
		async pick(parameter, name) {
			await entries.getByText(name).first().click();
			return await field(parameter).getByTestId('rlc-input').inputValue();
		},
	};
}

export { resourceLocatorOf };
