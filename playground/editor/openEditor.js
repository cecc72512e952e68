const { requireInstalled } = require('../lib/requireInstalled');
const { canvasOf } = require('./canvas');
const { credentialDialogOf } = require('./credentialDialog');
const { launchBrowser } = require('./launchBrowser');
const { nodePanelOf } = require('./nodePanel');
const { nodesPanelOf } = require('./nodesPanel');
const { noteComplaints } = require('./noteComplaints');
const { resourceLocatorOf } = require('./resourceLocator');

/**
 * Opens n8n's editor in a browser, signed in, and uses it as a person does.
 *
 * @param {object} n8n
 * @param {string} n8n.url
 * @param {{ email: string, password: string }} n8n.owner
 * @param {object} [options]
 * @param {'light' | 'dark'} [options.theme]
 * @param {{ width: number, height: number }} [options.viewport]
 */
async function openEditor(
	{ url, owner },
	{ theme = 'light', viewport = { width: 1440, height: 900 } } = {},
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

module.exports = { openEditor };
