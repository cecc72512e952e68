import * as playground from '../../../playground/editor/openEditor.mts';
import { takePicture } from './pictures.mts';
import { sharedPlayground } from './sharedPlayground.mts';

/**
 * Opens n8n's editor in a browser, signed in; what it shows can be kept as a picture.
 *
 * @param n8n left out, the shared one
 */
async function openEditor(
	n8n: { url: string; owner: { email: string; password: string } } = sharedPlayground(),
	options: { theme?: 'light' | 'dark' } = {},
) {
	const editor = await playground.openEditor(n8n, options);
	return { ...editor, picture: (name) => takePicture(editor.page, name) };
}

export { openEditor };
