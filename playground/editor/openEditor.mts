import { selectors } from 'playwright-core';
import type { N8nSession } from '../n8n/n8nSession.mts';
import { canvasOf } from './canvas.mts';
import { credentialDialogOf } from './credentialDialog.mts';
import { launchBrowser } from './launchBrowser.mts';
import { nodePanelOf } from './nodePanel.mts';
import { nodesPanelOf } from './nodesPanel.mts';
import { noteComplaints } from './noteComplaints.mts';
import { resourceLocatorOf } from './resourceLocator.mts';

export interface EditorOptions {
	theme?: 'light' | 'dark';
	viewport?: { width: number; height: number };
}

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/** Opens n8n's editor in a browser, signed in as a session is, and uses it as a person does. */
export async function openEditor(
	{ url, cookie }: N8nSession,
	{ theme = 'light', viewport = { width: 1440, height: 900 } }: EditorOptions = {},
) {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await launchBrowser();
	const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
	const isForeign = (address: string) => /^https?:/.test(address) && !address.startsWith(url);
	await context.addInitScript((name) => {
		localStorage.setItem('N8N_THEME', name);
	}, theme);
	const [name, value] = cookie().split('=');
	await context.addCookies([{ name, value, url }]);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	page.setDefaultNavigationTimeout(60_000);
	// It asks before it leaves a workflow that is not saved.
	page.on('dialog', (dialog) => void dialog.accept());
	const complaints = noteComplaints(page, isForeign);
	return {
		page,
		complaints,
		async close() {
			await browser.close();
		},
		...canvasOf(page, url),
		...nodesPanelOf(page, url),
		...nodePanelOf(page),
		...resourceLocatorOf(page),
		...credentialDialogOf(page, url),
	};
}
