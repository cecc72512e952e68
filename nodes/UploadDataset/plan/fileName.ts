/** A file's name without its ending: what a dataset is called when nobody names it. */
export function withoutEnding(fileName: string): string {
	const name = fileName.replace(/^.*[/\\]/, '').trim();
	return name.replace(/(.)\.[^.\s]{1,10}$/, '$1') || 'Dataset';
}
