import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Entity } from '../../speech/entities';
import { InputError } from '../../speech/inputError';
import { isObject } from '../../speech/jsonObject';
import type { WaitState } from '../case';
import { storedWaitProperty } from '../options';
import type { WaitRules } from '../rules';
import type { NodeIdentity } from '../waitingNode';

/** What a node does in the workflow of a stored wait: one polls, the other puts the execution to wait. */
const STEPS = ['poll', 'pause'] as const;

export type StoredStep = (typeof STEPS)[number];

/** The format of what is stored. The first one that was ever published is 1. */
const VERSION = 1;

/** Everything a wait needs to continue in an execution of its own. Plain data. */
export interface Envelope<Memo, E> {
	version: typeof VERSION;
	/** The execution that waits for the result. */
	parentExecutionId: string;
	identity: NodeIdentity;
	rules: WaitRules;
	state: WaitState<Memo, E>;
	/** When the next poll is due, in milliseconds since the epoch. */
	nextPollAt: number;
	/** How many items came in on the canvas. */
	itemCount: number;
}

/** The key of the context of a stored execution that holds the envelope. */
const KEY = 'storedWait';

/**
 * What this run does for a stored wait; null on the canvas.
 *
 * @throws InputError when the hidden field holds anything else.
 */
export function storedStep(context: IExecuteFunctions): StoredStep | null {
	const value: unknown = context.getNodeParameter(storedWaitProperty.name, 0, '');
	if (value === '' || value === undefined || value === null) return null;
	const step = STEPS.find((one) => one === value);
	if (step) return step;
	throw new InputError(
		"The node's hidden field 'Stored Wait' contains an unknown value.",
		'Replace the node with a new one from the nodes panel. Only the node itself writes this field.',
	);
}

/** The envelope as the last of the items that a stored execution begins with: so n8n stores it only once. */
export function envelopeItem<Memo, E>(
	envelope: Omit<Envelope<Memo, E>, 'version'>,
): INodeExecutionData {
	return { json: { [KEY]: { version: VERSION, ...envelope } as object as IDataObject } };
}

/** Keeps the envelope for the next run in this execution. */
export function keepEnvelope<Memo, E>(
	context: IExecuteFunctions,
	envelope: Envelope<Memo, E>,
): void {
	context.getContext('flow')[KEY] = envelope;
}

/** The envelope that an earlier run of this execution has kept; null before the first has. */
export function keptEnvelope<Memo, E extends Entity>(
	context: IExecuteFunctions,
): Envelope<Memo, E> | null {
	const kept: unknown = context.getContext('flow')[KEY];
	return kept === undefined ? null : opened(kept);
}

/**
 * Takes the envelope out of the items that this execution began with.
 *
 * @param items n8n's own list, not a copy.
 * @throws InputError when there is none that this version of the package can read.
 */
export function takeEnvelope<Memo, E extends Entity>(
	items: INodeExecutionData[],
): Envelope<Memo, E> {
	return opened(items.pop()?.json[KEY]);
}

function opened<Memo, E extends Entity>(value: unknown): Envelope<Memo, E> {
	if (isEnvelope<Memo, E>(value)) return value;
	const version = isObject(value) ? String(value.version) : 'none';
	throw new InputError(
		`This wait was stored in a format that this version of the package cannot read (${version}; it reads ${VERSION}).`,
		'Run the workflow again: it finds the same job and continues to wait. Or, before the next check, install the version of the package that stored it.',
	);
}

function isEnvelope<Memo, E>(value: unknown): value is Envelope<Memo, E> {
	if (!isObject(value) || value.version !== VERSION) return false;
	const { parentExecutionId, identity, rules, state, nextPollAt, itemCount } = value;
	const areWhole = [identity, rules, state].every(isObject);
	const areNumbers = [nextPollAt, itemCount].every((one) => typeof one === 'number');
	return typeof parentExecutionId === 'string' && areWhole && areNumbers;
}
