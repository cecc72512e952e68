import type { IExecuteFunctions } from 'n8n-workflow';

import type { ContentSource } from '../check/contentSource';
import { inspect, type InspectionRules } from '../check/inspect';
import { withoutEnding } from './fileName';
import { incomingFiles } from './incomingFiles';
import type { Settings } from './settings';
import type { UploadPlan } from './uploadPlan';

/** The field that names the files. */
export const FILES_LABEL = 'Input Data Field Name';

/**
 * What is to be made of the files of an item. Each is read once, from start to end; nothing is asked of the service.
 *
 * @throws InputError when a field holds no file.
 */
export async function filePlans(
	context: IExecuteFunctions,
	settings: Settings,
	itemIndex: number,
): Promise<UploadPlan[]> {
	const named = context.getNodeParameter('binaryPropertyName', itemIndex, 'data') as unknown;
	const sources = await incomingFiles(context, named, FILES_LABEL, itemIndex);
	const plans: UploadPlan[] = [];
	for (const source of sources) plans.push(await filePlan(source, settings, sources.length > 1));
	return plans;
}

async function filePlan(
	source: ContentSource,
	settings: Settings,
	isOneOfSeveral: boolean,
): Promise<UploadPlan> {
	const inspection = await inspect(source, inspectionRules(settings));
	const { kind, why, isMended, sent } = inspection;
	return {
		kind,
		why: settings.kind === null ? why : null,
		displayName: nameOf(source, settings.displayName, isOneOfSeveral),
		settings,
		fingerprint: sent?.sha256 ?? null,
		content: { source, isMended, sha256: sent?.sha256 ?? '', bytes: sent?.bytes ?? 0 },
		inspection,
	};
}

/** How the settings of an item want its files looked at. */
export function inspectionRules(settings: Settings): InspectionRules {
	const { kind, locale, tier, usedFor, addByteOrderMark, validate } = settings;
	return { kind, locale, tier, usedFor, mayMend: addByteOrderMark, isStrict: validate === 'stop' };
}

/** Several datasets of one item share the name a person typed, so each adds its own. */
function nameOf({ name }: ContentSource, typed: string, isOneOfSeveral: boolean): string {
	const own = withoutEnding(name);
	if (typed === '') return own;
	return isOneOfSeveral ? `${typed} (${own})` : typed;
}
