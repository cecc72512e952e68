import type { IExecuteFunctions } from 'n8n-workflow';

import { continuesOnFail } from '../n8n/items';
import { numberFromInput } from '../n8n/numbers';

/** How to wait; one plan for all items of an execution. Plain data. */
export interface WaitRules {
	giveUpAfterMs: number;
	/** A fixed interval between polls; null lets it grow with the wait. */
	checkEverySeconds: number | null;
	/** Whether the first item that does not succeed ends the wait for all. */
	stopAtFirstFailure: boolean;
	where: WaitWhere;
}

export type WaitWhere = 'automatic' | 'inProcess';

const DAY_MS = 86_400_000;

/**
 * How to wait, read from the 'Options' of the first item.
 *
 * @param giveUpAfterDays What the field 'Give Up After (Days)' shows when nothing is typed.
 * @throws InputError when a value makes no sense.
 */
export function readRules(context: IExecuteFunctions, giveUpAfterDays: number): WaitRules {
	// One by one, so that no other option of the first item can fail them all.
	const option = (name: string) => context.getNodeParameter(`options.${name}`, 0, null) as unknown;
	const days = numberFromInput(option('giveUpAfterDays'), {
		label: 'Give Up After (Days)',
		atLeast: 0,
		fallback: giveUpAfterDays,
	});
	// 0 is what the field shows for automatic.
	const checkEverySeconds = numberFromInput(option('checkEverySeconds'), {
		label: 'Check Every (Seconds)',
		atLeast: 0,
		fallback: 0,
	});
	return {
		giveUpAfterMs: Math.round(days * DAY_MS),
		checkEverySeconds: checkEverySeconds > 0 ? checkEverySeconds : null,
		stopAtFirstFailure: !continuesOnFail(context),
		where: option('waitWhere') === 'inProcess' ? 'inProcess' : 'automatic',
	};
}
