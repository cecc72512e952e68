import { launchBrowser } from '../../../playground/editor/launchBrowser.mts';
import { takePicture } from './pictures.mts';

/** Opens a browser for forms of n8n, as somebody sees them who has nothing but their address. */
async function openForms() {
	const browser = await launchBrowser();
	return {
		close: () => browser.close(),

		/**
		 * Fills in a form, sends it, and reads what the page says then.
		 *
		 * @param entries for each field in turn: a text, paths of files, or nothing
		 * @param picture keeps a picture of the filled form under this name
		 */
		async send(url: string, entries: (string | string[] | null)[], picture?: string) {
			const page = await browser.newPage({ viewport: { width: 900, height: 1100 } });
			try {
				await page.goto(url);
				for (const [index, entry] of entries.entries()) {
					const field = page.locator(`#field-${index}`);
					if (Array.isArray(entry)) await field.setInputFiles(entry);
					else if (entry !== null) await field.fill(entry);
				}
				if (picture) await takePicture(page, picture, { fullPage: true });
				await page.locator('#submit-btn').click();
				const answer = page.locator('#submitted-form');
				await answer.waitFor();
				return await answer.innerText();
			} finally {
				await page.close();
			}
		},
	};
}

export { openForms };
