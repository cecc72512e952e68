import { jsonParse, type IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../speech/inputError';
import type { WaitRules } from '../readRules';
import type { Face } from '../waitingNode';
import type { WaitState } from '../waitState';
import { storedWaitProperty } from '../waitOptions';

/** All that a wait needs to go on in an execution of its own. Plain data. */
export interface StoredWait {
	format: 1;
	/** The execution that waits for the result. */
	parentExecutionId: string;
	face: Face;
	rules: WaitRules;
	/** As it stood when the wait was stored; later looks note theirs in the execution's context. */
	state: WaitState;
	/** When the first stored look is due, in milliseconds since the epoch. */
	firstLookAt: number;
}

/** The stored wait as a value of the hidden field. JSON never starts with `=`, so n8n takes no name in it for an expression. */
export function writeStoredWait(stored: StoredWait): string {
	return JSON.stringify(stored);
}

/**
 * The stored wait this run goes on with; null on the canvas.
 *
 * @throws InputError when the hidden field holds anything else.
 */
export function storedWaitOf(context: IExecuteFunctions): StoredWait | null {
	const value = context.getNodeParameter(storedWaitProperty.name, 0, '') as unknown;
	if (value === '' || value === undefined || value === null) return null;
	const stored =
		typeof value === 'string' ? jsonParse<unknown>(value, { fallbackValue: null }) : value;
	if (isStoredWait(stored)) return stored;
	throw new InputError(
		"The node's hidden field 'Stored Wait' holds something that is no stored wait.",
		'Replace the node by a new one from the nodes panel; only the node itself writes this field.',
	);
}

function isStoredWait(value: unknown): value is StoredWait {
	const { format, parentExecutionId, face, rules, state } = (value ?? {}) as Partial<StoredWait>;
	const isWhole = [face, rules, state].every((part) => typeof part === 'object' && part !== null);
	return format === 1 && typeof parentExecutionId === 'string' && isWhole;
}
