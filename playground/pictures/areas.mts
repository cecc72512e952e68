import type { Locator, Page } from 'playwright-core';

/** A part of a page, in its pixels. */
export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** The part of the page that holds a workflow, with some air, and with room for the text below the lowest node. */
export async function areaOfWorkflow(page: Page): Promise<Area> {
	const parts = await page.locator('[data-test-id=canvas-node], [data-test-id=sticky]').all();
	const boxes = await Promise.all(parts.map(boxOf));
	const left = Math.min(...boxes.map((box) => box.x)) - 16;
	const top = Math.min(...boxes.map((box) => box.y)) - 16;
	// To the right of a node that nothing follows stands the button that adds one.
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + 80;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + 48;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The part of the page that holds an element. */
export async function areaOf(page: Page, testId: string): Promise<Area> {
	return await boxOf(page.getByTestId(testId));
}

/** The part of the page that holds the nodes panel, down to the last node found. */
export async function areaOfNodesPanel(page: Page): Promise<Area> {
	const header = await areaOf(page, 'nodes-list-header');
	const last = await boxOf(page.getByTestId('item-iterator-item').last());
	return { ...header, height: last.y + last.height + 16 - header.y };
}

async function boxOf(element: Locator): Promise<Area> {
	const box = await element.boundingBox();
	if (!box) throw new Error(`${element.toString()} cannot be seen`);
	return box;
}
