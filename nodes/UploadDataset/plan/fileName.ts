import { quoted } from '../../shared/speech/text';
import type { UploadPlan } from './uploadPlan';

/** A file's name without its ending: what a dataset is called when nobody names it. */
export function withoutEnding(fileName: string): string {
	const name = fileName.replace(/^.*[/\\]/, '').trim();
	return name.replace(/(.)\.[^.\s]{1,10}$/, '$1') || 'Dataset';
}

/** `'calls.zip'`: the name of the file, which the person knows. */
export function fileOfPlan({ content, displayName }: UploadPlan): string {
	return quoted('source' in content ? content.source.name : displayName);
}
