/** The part of the page that holds a workflow, with some air, and with room for the text below the lowest node. */
async function areaOfWorkflow(page) {
	const parts = await page.locator('[data-test-id=canvas-node], [data-test-id=sticky]').all();
	const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
	const left = Math.min(...boxes.map((box) => box.x)) - 16;
	const top = Math.min(...boxes.map((box) => box.y)) - 16;
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + 16;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + 48;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The part of the page that holds an element. */
async function areaOf(page, testId) {
	return await page.getByTestId(testId).boundingBox();
}

/** The part of the page that holds the nodes panel, down to the last node found. */
async function areaOfNodesPanel(page) {
	const header = await page.getByTestId('nodes-list-header').boundingBox();
	const last = await page.getByTestId('item-iterator-item').last().boundingBox();
	return { ...header, height: last.y + last.height + 16 - header.y };
}

export { areaOfWorkflow, areaOf, areaOfNodesPanel };
