import { makeZip } from './makeZip.mts';

/** How the files of an archive are written. */
export interface FileForm {
	stored?: boolean;
	method?: number;
	zip64?: boolean;
	encrypted?: boolean;
}

/** A zip archive of files by name, all written in the same form. */
export function zipOf(
	files: Record<string, Buffer | string>,
	{ encrypted = false, ...form }: FileForm = {},
): Buffer<ArrayBuffer> {
	const flags = encrypted ? 1 : 0;
	return makeZip(
		Object.entries(files).map(([name, content]) => ({ name, content, flags, ...form })),
	);
}
