import * as playground from '../../../playground/editor/openEditor.mts';
import type { N8nSession } from '../../../playground/n8n/n8nSession.mts';
import { takePicture } from './pictures.mts';
import { ownerSession } from './sharedPlayground.mts';

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/**
 * Opens n8n's editor in a browser, signed in; what it shows can be kept as a picture.
 *
 * @param session left out, that of the shared n8n
 */
export async function openEditor(
	session: N8nSession = ownerSession(),
	options: playground.EditorOptions = {},
) {
	const editor = await playground.openEditor(session, options);
	return {
		...editor,
		picture: async (name: string) => {
			await takePicture(editor.page, name);
		},
	};
}
