import type { Page } from 'playwright-core';
import type { StoredWorkflow, WorkflowNode } from '../workflows/workflow.mts';

/** What a person sees of a workflow on the canvas, and does with it as a whole. */
export function canvasOf(page: Page, url: string) {
	const nodeCalled = (name: string) =>
		page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);

	return {
		nodeCalled,
		...executionsShownOn(page, url),
		...importsOn(page, url),
		/** The names of the nodes on the canvas, in the order of the workflow. */
		nodeNames: async () => await nodeNamesOn(page),

		/** Shows a workflow as a whole. */
		async show(workflow: Pick<StoredWorkflow, 'id' | 'nodes'>) {
			await page.goto(`${url}/workflow/${workflow.id}`);
			const nodes = workflow.nodes.filter(isNoNote);
			await page
				.getByTestId('canvas-node')
				.nth(nodes.length - 1)
				.waitFor();
			await page.getByTestId('zoom-to-fit').click();
		},

		/** Presses the button that runs the shown workflow. */
		async run() {
			await page.getByTestId('execute-workflow-button').first().click();
		},

		...chatOf(page),

		/** Waits until a node shows that its execution waits in the database. */
		async waitsAt(nodeName: string) {
			await nodeCalled(nodeName).and(page.locator('.waiting')).waitFor();
		},

		/** Waits until a node is marked with its end. */
		async endsAt(nodeName: string, end: 'success' | 'error', patience = 30_000) {
			const mark = nodeCalled(nodeName).getByTestId(`canvas-node-status-mark-${end}`);
			await mark.waitFor({ timeout: patience });
		},

		/** The file of the icon that a node shows; null when there is none to see. */
		async iconOf(nodeName: string) {
			const image = nodeCalled(nodeName).locator('img').first();
			return await image.evaluate(async (element: HTMLImageElement) => {
				await element.decode();
				return element.naturalWidth > 0 ? (element.src.split('/').pop() ?? null) : null;
			});
		},
	};
}

async function nodeNamesOn(page: Page) {
	const nodes = await page.getByTestId('canvas-node').all();
	return await Promise.all(nodes.map((node) => node.getAttribute('data-node-name')));
}

/** Workflows imported through the menu, and how much of them is seen. */
function importsOn(page: Page, url: string) {
	return {
		/** Imports a file into a new workflow, as a person does. */
		async importFile(file: string) {
			await page.goto(`${url}/workflow/new`);
			await page.getByTestId('canvas-plus-button').waitFor();
			await page.getByTestId('workflow-menu').click();
			await page.getByRole('menuitem', { name: 'Import', exact: true }).hover();
			const chooser = page.waitForEvent('filechooser');
			await page.getByRole('menuitem', { name: /from file/i }).click();
			await (await chooser).setFiles(file);
			await page.getByTestId('canvas-node').first().waitFor();
		},

		/** Shows all of the workflow. */
		async zoomToFit() {
			await page.getByTestId('zoom-to-fit').click();
		},

		/** The notes whose text does not fit into them. */
		async cutNotes() {
			const notes = await page.getByTestId('sticky').all();
			const texts = await Promise.all(notes.map(async (note) => await note.evaluate(textIfCut)));
			return texts.filter((text) => text !== null);
		},

		/** Shows the workflow at 100 %. */
		async zoomToFullSize() {
			await page.getByTestId('canvas-background').click({ position: { x: 8, y: 8 }, force: true });
			await page.keyboard.press('0');
		},
	};
}

/** Runs in the browser: the text of a note, when a part of it can only be scrolled to. */
function textIfCut(note: Element): string | null {
	const parts = [note, ...Array.from(note.querySelectorAll('*'))];
	const isCut = parts.some(
		(part) =>
			part.scrollHeight > part.clientHeight + 1 &&
			part.clientHeight > 0 &&
			/auto|scroll|hidden/.test(getComputedStyle(part).overflowY),
	);
	return isCut ? note.textContent : null;
}

/** The executions of a workflow, as the editor shows them. */
function executionsShownOn(page: Page, url: string) {
	return {
		/** Shows the executions of a workflow, and reads the list, newest first. */
		async showExecutions(workflow: { id: string }) {
			await page.goto(`${url}/workflow/${workflow.id}/executions`);
			const list = page.getByTestId('current-executions-list');
			await list
				.getByTestId(/^execution-details-/)
				.first()
				.waitFor();
			await page.getByTestId('canvas-node').first().waitFor();
			return await list.getByTestId(/^execution-details-/).allInnerTexts();
		},

		/** Shows one execution of a workflow. */
		async showExecution(workflow: { id: string }, executionId: string) {
			await page.goto(`${url}/workflow/${workflow.id}/executions/${executionId}`);
			await page.getByTestId('canvas-node').first().waitFor();
		},
	};
}

export function isNoNote(node: WorkflowNode): boolean {
	return !node.type.endsWith('.stickyNote');
}

/** The chat of the shown workflow. */
function chatOf(page: Page) {
	return {
		/** Asks something in the chat of the shown workflow, and reads the answer. */
		async chat(question: string) {
			const chat = page.getByTestId('canvas-chat');
			const field = chat.locator('textarea');
			// The chat of an earlier question opens by itself, and the button would hide it.
			await field.waitFor({ timeout: 3_000 }).catch(async () => {
				await page.getByTestId('workflow-chat-button').click();
			});
			await field.fill(question);
			await field.press('Enter');
			const answer = chat.locator('.chat-message-from-bot:not(.chat-message-typing)').last();
			await answer.waitFor();
			return await answer.innerText();
		},
	};
}
