import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../paths.mts';
import type { Area } from './areas.mts';

const FOLDER = path.join(root, 'docs', 'images');
const MOST_BYTES = 105_000;
// What passes by while pictures are taken, and what floats over a workflow.
const STILL = `
	.el-notification, [data-test-id=node-feature-request],
	[data-test-id=canvas-controls], [data-test-id=execute-workflow-button] { display: none !important; }
	* { transition: none !important; animation: none !important; caret-color: transparent !important; }
`;
const QUALITIES = [90, 80, 70, 60];

/**
 * Writes a part of what a page shows as a sharp picture of the documentation.
 *
 * @param scale pixels of the picture for one of the page
 * @returns its bytes
 */
export async function writeWebp(
	page: Page,
	name: string,
	area: Area,
	scale = 1.5,
): Promise<number> {
	await page.mouse.move(0, 0);
	await page.addStyleTag({ content: STILL });
	await page.evaluate(untilLoaded);
	const devTools = await page.context().newCDPSession(page);
	for (const quality of QUALITIES) {
		const { data } = await devTools.send('Page.captureScreenshot', {
			format: 'webp',
			quality,
			clip: { ...area, scale },
			captureBeyondViewport: true,
		});
		const picture = Buffer.from(data, 'base64');
		if (picture.length > MOST_BYTES) continue;
		fs.mkdirSync(FOLDER, { recursive: true });
		fs.writeFileSync(path.join(FOLDER, `${name}.webp`), picture);
		await devTools.detach();
		return picture.length;
	}
	throw new Error(`The picture '${name}' has more than ${MOST_BYTES} bytes; show less in it`);
}

/** Runs in the browser. */
async function untilLoaded() {
	await document.fonts.ready;
	await Promise.all(Array.from(document.images, (image) => image.decode()));
}
