import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	OnError,
} from 'n8n-workflow';

import type { SpeechClient } from '../api/client';
import type { Entity } from '../speech/entities';
import type { Case, Ending, Failure, Succeeded, WaitState } from './case';
import type { Job } from './jobs';
import type { WaitRules } from './rules';

/** What a node works with, on the canvas or in the stored execution that goes on for it. */
export interface Run {
	context: IExecuteFunctions;
	client: SpeechClient;
}

/** What an item is to wait for. */
export interface Begun<Memo> {
	/** Null when there is nothing to wait for. */
	job: Job | null;
	/** What the end wants to know, such as settings read from the item; must survive being stored as JSON. */
	memo: Memo;
}

/** What is to be done once all items have started what they start: others may have started the same at the same time. */
export type Continued<Memo> = () => Promise<Begun<Memo>>;

/** An item with nothing to wait for, as its node sees it at the end. */
export interface IdleItem<Memo> {
	memo: Memo;
	input: INodeExecutionData;
	itemIndex: number;
}

/** An item whose wait is over, as its node sees it. */
export interface EndedItem<Memo, E> extends IdleItem<Memo> {
	job: Job;
	ending: Ending<E>;
}

/** An item whose job succeeded. */
export interface SucceededItem<Memo, E> extends EndedItem<Memo, E> {
	ending: Succeeded<E>;
}

/** What the node adds to an item that it handled well. */
export interface Added {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/**
 * What a node that waits decides for itself; everything else is the same for all of them.
 * Whatever comes after `begin` may run in another execution, days later: no parameter and no expression can be read there.
 */
export interface WaitingNode<Memo, E extends Entity = Entity> {
	/**
	 * Checks one incoming item without sending anything. Under *Stop Workflow* all items are checked before the
	 * first one is begun, so that a bad one stops the run while nothing is under way.
	 *
	 * @throws when the item cannot be handled.
	 */
	check?(run: Run, itemIndex: number): Promise<void>;
	/**
	 * Handles one incoming item up to the point where Azure has to do its part, or where all items have to be as far.
	 *
	 * @throws when the item cannot be handled: it fails, before anything is waited for.
	 */
	begin(run: Run, itemIndex: number): Promise<Begun<Memo> | Continued<Memo>>;
	/**
	 * Whether what was begun is waited for although another item has failed, also under *Stop Workflow*.
	 * Left out, the failure ends the wait at once: what is left behind is taken up by the next run.
	 */
	isSeenThrough?: boolean;
	/**
	 * Whether a job that was seen succeeded or failed has not come to that end yet, such as while the service still
	 * shows how things were before. It is waited for until it has, up to the deadline. Left out, every end is believed.
	 *
	 * @param entity As the poll saw it.
	 */
	isTooEarly?(run: Run, ended: EndedItem<Memo, E>, entity: E): Promise<boolean>;
	/**
	 * What the end of a job leads to: another wait, such as for a change that is taken back; null when it is the end.
	 * Must do no harm when it runs twice: n8n may stop between the request and the note of it.
	 */
	next?(run: Run, ended: EndedItem<Memo, E>): Promise<Begun<Memo> | null>;
	/** The item's key for the entity of an interrupted wait; left out, that of its kind of job. */
	entityKey?(memo: Memo): string;
	/** Fields that the item gains of the entity as last seen, however its job ended; `wait` is added to them. */
	resultFields(ended: EndedItem<Memo, E>): IDataObject;
	/**
	 * What the item gains of a job that succeeded; holds its `summary`.
	 *
	 * @throws when the item fails anyway.
	 */
	finish(run: Run, succeeded: SucceededItem<Memo, E>): Promise<Added>;
	/** The same for an item that had nothing to wait for; left out, it gains nothing. */
	finishIdle?(run: Run, idle: IdleItem<Memo>): Promise<Added>;
	/** One sentence on what all items together found done already; null, or left out, for nothing to say. */
	foundBefore?(cases: Array<Case<Memo, E>>): string | null;
	/** Its own sentences on a job that did not succeed. */
	explain?(ended: EndedItem<Memo, E>): Failure;
}

/** What the node on the canvas is; the stored execution has another one in its place. */
export interface NodeIdentity {
	name: string;
	onError: OnError;
}

/** One wait, wherever it is carried on, without the connection to the service. */
export interface WaitContext<Memo, E extends Entity> {
	context: IExecuteFunctions;
	node: WaitingNode<Memo, E>;
	identity: NodeIdentity;
	/** The incoming items, in order. */
	items: INodeExecutionData[];
	rules: WaitRules;
	/** Replaced as a whole by each poll, never changed in place. */
	state: WaitState<Memo, E>;
}

/** One wait that can poll. */
export type Wait<Memo, E extends Entity> = WaitContext<Memo, E> & Run;
