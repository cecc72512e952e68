import type { IExecuteFunctions } from 'n8n-workflow';

import { continuesOnFail } from '../shared/n8n/items';
import { numberFromInput } from '../shared/n8n/numbers';
import type { WaitRules } from '../shared/waiting/waitForJobs';

/** Training with audio may take 7 days (Microsoft's answer on Azure-Samples/cognitive-services-speech-sdk, issue 918). */
export const DEFAULT_GIVE_UP_DAYS = 8;

const DAY_MS = 86_400_000;

/**
 * How to wait; one plan for all items, read from the first.
 *
 * @throws InputError when a value makes no sense.
 */
export function readRules(context: IExecuteFunctions): WaitRules {
	const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	const giveUpAfterDays = numberFromInput(options.giveUpAfterDays, {
		label: 'Give Up After (Days)',
		atLeast: 0,
		fallback: DEFAULT_GIVE_UP_DAYS,
	});
	// 0 is what the field shows for automatic.
	const checkEverySeconds = numberFromInput(options.checkEverySeconds || null, {
		label: 'Check Every (Seconds)',
		atLeast: 1,
		fallback: 0,
	});
	return {
		giveUpAfterMs: Math.round(giveUpAfterDays * DAY_MS),
		checkEverySeconds: checkEverySeconds > 0 ? checkEverySeconds : null,
		stopAtFirstFailure: !continuesOnFail(context),
	};
}
