import { requireInstalled } from '../lib/requireInstalled.mts';
import { canvasOf } from './canvas.mts';
import { credentialDialogOf } from './credentialDialog.mts';
import { launchBrowser } from './launchBrowser.mts';
import { nodePanelOf } from './nodePanel.mts';
import { nodesPanelOf } from './nodesPanel.mts';
import { noteComplaints } from './noteComplaints.mts';
import { resourceLocatorOf } from './resourceLocator.mts';

/**
 * Opens n8n's editor in a browser, signed in, and uses it as a person does.
 *
 */
async function openEditor(
	{ url, owner }: { url: string; owner: { email: string; password: string } },
	{
		theme = 'light',
		viewport = { width: 1440, height: 900 },
	}: { theme?: 'light' | 'dark'; viewport?: { width: number; height: number } } = {},
) {
	requireInstalled('playwright-core').selectors.setTestIdAttribute('data-test-id');
	const browser = await launchBrowser();
	const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
	const isForeign = (address) => /^https?:/.test(address) && !address.startsWith(url);
	await context.addInitScript((name) => globalThis.localStorage.setItem('N8N_THEME', name), theme);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	page.setDefaultNavigationTimeout(60_000);
	// It asks before it leaves a workflow that is not saved.
	page.on('dialog', (dialog) => dialog.accept());
	const complaints = noteComplaints(page, isForeign);
	await page.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: owner.email, password: owner.password },
	});
	return {
		page,
		complaints,
		close: () => browser.close(),
		...canvasOf(page, url),
		...nodesPanelOf(page, url),
		...nodePanelOf(page),
		...resourceLocatorOf(page),
		...credentialDialogOf(page),
	};
}

export { openEditor };
