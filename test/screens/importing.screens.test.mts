import fs from 'node:fs';
import path from 'node:path';
import { readWorkflowFile } from '../../playground/workflows/importWorkflow.mts';
import { isNoNote } from '../../playground/editor/canvas.mts';
import { workflows } from '../../playground/paths.mts';
import { closedAfterAll } from '../e2e/support/closedAfterAll.mts';
import { openEditor, type Editor } from '../e2e/support/editor.mts';

const THEMES = ['light', 'dark'] as const;
const templates = fs.readdirSync(workflows).filter((file) => file.endsWith('.json'));

describe.each(THEMES)('Import from File, in a %s editor, of', (theme) => {
	let editor: Editor;
	const opened = closedAfterAll();

	beforeAll(async () => {
		editor = opened(await openEditor(undefined, { theme }));
	});

	test.each(templates)(
		'%s shows every node, cuts no note, and complains of nothing',
		async (file) => {
			const { nodes } = readWorkflowFile(path.join(workflows, file));
			await editor.importFile(path.join(workflows, file));
			await editor.zoomToFit();
			const shown = await editor.nodeNames();
			expect(shown.sort()).toEqual(
				nodes
					.filter(isNoNote)
					.map(({ name }) => name)
					.sort(),
			);
			await editor.picture(`import-${path.parse(file).name}-${theme}-fit`);
			await editor.zoomToFullSize();
			expect(await editor.cutNotes()).toEqual([]);
			await editor.picture(`import-${path.parse(file).name}-${theme}-100`);
			expect(editor.complaints).toEqual([]);
		},
	);
});
