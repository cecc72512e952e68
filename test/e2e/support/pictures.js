const fs = require('node:fs');
const path = require('node:path');
const { root } = require('../../../playground/lib/paths');

// A dot folder, because the build copies every PNG it finds outside of one into dist.
const FOLDER = path.join(root, 'reports', '.screenshots');

/**
 * Keeps a picture of what is seen.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {{ fullPage?: boolean }} [options] `fullPage` keeps also what is below the window
 */
async function takePicture(page, name, { fullPage = false } = {}) {
	fs.mkdirSync(FOLDER, { recursive: true });
	await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage });
}

module.exports = { takePicture };
