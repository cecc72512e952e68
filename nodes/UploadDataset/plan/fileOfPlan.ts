import { quoted } from '../../shared/speech/text';
import type { UploadPlan } from './uploadPlan';

/** `'calls.zip'`: the name of the file, which the person knows. */
export function fileOfPlan({ content, displayName }: UploadPlan): string {
	return quoted('source' in content ? content.source.name : displayName);
}
