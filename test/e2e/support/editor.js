const playground = require('../../../playground/editor/openEditor');
const { takePicture } = require('./pictures');
const { sharedPlayground } = require('./sharedPlayground');

/**
 * Opens n8n's editor in a browser, signed in; what it shows can be kept as a picture.
 *
 * @param {{ url: string, owner: { email: string, password: string } }} [n8n] left out, the shared one
 * @param {{ theme?: 'light' | 'dark' }} [options]
 */
async function openEditor(n8n = sharedPlayground(), options = {}) {
	const editor = await playground.openEditor(n8n, options);
	return { ...editor, picture: (name) => takePicture(editor.page, name) };
}

module.exports = { openEditor };
