import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../playground/paths.mts';

// A dot folder, because the build copies every PNG it finds outside of one into dist.
const FOLDER = path.join(root, 'reports', '.screenshots');

/**
 * Keeps a picture of what is seen.
 *
 * @param options `fullPage` keeps also what is below the window
 */
export async function takePicture(
	page: Page,
	name: string,
	{ fullPage = false }: { fullPage?: boolean } = {},
): Promise<void> {
	fs.mkdirSync(FOLDER, { recursive: true });
	await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage });
}
