import type { Locator } from 'playwright-core';
import { launchBrowser } from '../../../playground/editor/launchBrowser.mts';
import { takePicture } from './pictures.mts';

export type Forms = Awaited<ReturnType<typeof openForms>>;

/** Opens a browser for forms of n8n, as somebody sees them who has nothing but their address. */
export async function openForms() {
	const browser = await launchBrowser();
	return {
		close: async () => {
			await browser.close();
		},

		/**
		 * Fills in a form, sends it, and reads what the page says at the end of the form.
		 *
		 * @param entries for each field in turn: a text or choice, paths of files, or nothing
		 * @param picture keeps pictures of the filled form and of its end under this name
		 */
		async send(url: string, entries: (string | string[] | null)[], picture: string) {
			const page = await browser.newPage({ viewport: { width: 900, height: 1100 } });
			try {
				await page.goto(url);
				for (const [index, entry] of entries.entries()) {
					const field = page.locator(`#field-${index}`);
					if (Array.isArray(entry)) await field.setInputFiles(entry);
					else if (entry !== null) await fillIn(field, entry);
				}
				await takePicture(page, picture, { fullPage: true });
				await page.locator('#submit-btn').click();
				await page.waitForURL(/\/form-waiting\//, { timeout: 120_000 });
				const end = page.locator('.card');
				await end.waitFor();
				await takePicture(page, `${picture}-end`);
				return await end.innerText();
			} finally {
				await page.close();
			}
		},
	};
}

async function fillIn(field: Locator, entry: string) {
	const tag = await field.evaluate((element) => element.tagName);
	if (tag === 'SELECT') await field.selectOption({ label: entry });
	else await field.fill(entry);
}
