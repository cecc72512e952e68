import * as playground from '../../../playground/editor/openEditor.mts';
import type { Owner } from '../../../playground/n8n/signInOwner.mts';
import { takePicture } from './pictures.mts';
import { sharedPlayground } from './sharedPlayground.mts';

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/**
 * Opens n8n's editor in a browser, signed in; what it shows can be kept as a picture.
 *
 * @param n8n left out, the shared one
 */
export async function openEditor(
	n8n: { url: string; owner: Owner } = sharedPlayground(),
	options: playground.EditorOptions = {},
) {
	const editor = await playground.openEditor(n8n, options);
	return {
		...editor,
		picture: async (name: string) => {
			await takePicture(editor.page, name);
		},
	};
}
