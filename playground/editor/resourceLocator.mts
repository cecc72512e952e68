import type { Page } from 'playwright-core';

/** The fields of the open panel in which a person picks something that the service has. */
export function resourceLocatorOf(page: Page) {
	const visible = (testId: string) => page.locator(`[data-test-id=${testId}]:visible`);
	const entries = visible('rlc-item');
	const field = (parameter: string) => page.getByTestId(`resource-locator-${parameter}`);

	/** Opens the list of a field and reads what it offers. */
	async function listOf(parameter: string) {
		await field(parameter).getByTestId('rlc-input').click();
		await entries.first().waitFor();
		return await entries.allInnerTexts();
	}

	return {
		listOf,

		/** Turns a field that reads the incoming item into one to pick from a list. */
		async pickFromList(parameter: string) {
			await field(parameter).hover();
			await page
				.getByTestId(`${parameter}-parameter-input-options-container`)
				.getByTestId('radio-button-fixed')
				.click();
			await field(parameter).getByTestId('rlc-mode-selector').click();
			await visible('mode-list').click();
		},

		/** Searches the open list, and reads what is left of it. */
		async searchList(words: string) {
			const before = await entries.allInnerTexts();
			await visible('rlc-search').fill(words);
			await page.waitForFunction((count) => {
				const shown = Array.from(document.querySelectorAll<HTMLElement>('[data-test-id=rlc-item]'));
				const left = shown.filter((entry) => entry.offsetParent !== null);
				return left.length > 0 && left.length < count;
			}, before.length);
			return await entries.allInnerTexts();
		},

		/** The entries of the open list of which a part, such as the date, is not there or cut off. */
		cutOff: async (part: RegExp) => await entries.evaluateAll(withoutSight, part.source),

		/** Picks an entry of the open list, and reads what the field shows then. */
		async pick(parameter: string, name: string | RegExp) {
			await entries.getByText(name).first().click();
			return await field(parameter).getByTestId('rlc-input').inputValue();
		},
	};
}

/** Runs in the browser. */
function withoutSight(entries: Element[], part: string): string[] {
	return entries.flatMap((entry) => {
		const label = entry.querySelector('span');
		const text = label?.firstChild;
		const found = new RegExp(part).exec(text?.textContent ?? '');
		if (!label || !text || !found) return [entry.textContent];
		const range = document.createRange();
		range.setStart(text, found.index);
		range.setEnd(text, found.index + found[0].length);
		const isCut = label.scrollWidth > label.clientWidth;
		// The dots that stand for what is cut off take room, too.
		const edge = label.getBoundingClientRect().right - (isCut ? 12 : 0);
		return range.getBoundingClientRect().right > edge ? [entry.textContent] : [];
	});
}
