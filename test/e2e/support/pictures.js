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
	await page.screenshot({ path: fileFor(`${name}.png`), fullPage });
}

/**
 * Keeps a sharp picture of nothing but the workflow on the canvas, as the documentation shows it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function takeWorkflowPicture(page, name) {
	const parts = await page.locator('[data-test-id=canvas-node], [data-test-id=sticky]').all();
	const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
	const devTools = await page.context().newCDPSession(page);
	const { data } = await devTools.send('Page.captureScreenshot', {
		format: 'webp',
		quality: 90,
		clip: { ...around(boxes), scale: 2 },
	});
	fs.writeFileSync(fileFor(`${name}.webp`), Buffer.from(data, 'base64'));
}

/** The rectangle that holds them all, with some air, and with room for the text below the lowest. */
function around(boxes) {
	const left = Math.min(...boxes.map((box) => box.x)) - 16;
	const top = Math.min(...boxes.map((box) => box.y)) - 16;
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + 16;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + 48;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

function fileFor(name) {
	fs.mkdirSync(FOLDER, { recursive: true });
	return path.join(FOLDER, name);
}

module.exports = { takePicture, takeWorkflowPicture };
