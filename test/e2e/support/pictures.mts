import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../playground/lib/paths.mts';

// A dot folder, because the build copies every PNG it finds outside of one into dist.
const FOLDER = path.join(root, 'reports', '.screenshots');

/**
 * Keeps a picture of what is seen.
 *
 * @param options `fullPage` keeps also what is below the window
 */
async function takePicture(
	page: import('playwright-core').Page,
	name: string,
	{ fullPage = false }: { fullPage?: boolean } = {},
) {
	fs.mkdirSync(FOLDER, { recursive: true });
	await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage });
}

export { takePicture };
