import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	OnError,
} from 'n8n-workflow';

import type { SpeechClient } from '../api/client';
import type { Ending } from './ending';
import type { Job } from './jobs';
import type { WaitRules } from './readRules';
import type { Failure, WaitState } from './waitState';

/** What a node works with, on the canvas or in the stored execution that goes on for it. */
export interface Run {
	context: IExecuteFunctions;
	client: SpeechClient;
}

/** What an item is to wait for. */
export interface Begun {
	/** Null when there is nothing to wait for. */
	job: Job | null;
	/** What the end wants to know, such as settings read from the item; must survive being stored as JSON. */
	memo: IDataObject;
}

/** An item whose wait is over. */
export interface Ended extends Begun {
	input: INodeExecutionData;
	itemIndex: number;
	/** Null when there was nothing to wait for. */
	ending: Ending | null;
}

/**
 * What a node that waits decides for itself; everything else is the same for all of them.
 * Whatever comes after `begin` may run in another execution, days later: no parameter and no expression can be read there.
 */
export interface WaitingNode {
	/**
	 * Looks at one incoming item without sending anything. Under *Stop Workflow* all items are checked before the
	 * first one is begun, so that a bad one stops the run while nothing is under way.
	 *
	 * @throws when the item cannot be handled.
	 */
	check?(run: Run, itemIndex: number): Promise<void>;
	/**
	 * Handles one incoming item up to the point where Azure has to do its part.
	 *
	 * @throws when the item cannot be handled: it fails, before anything is waited for.
	 */
	begin(run: Run, itemIndex: number): Promise<Begun>;
	/**
	 * Whether what was begun is waited for although another item has failed, also under *Stop Workflow*.
	 * Left out, the failure ends the wait at once: what is left behind is taken up by the next run.
	 */
	isSeenThrough?: boolean;
	/**
	 * Whether a job that was seen succeeded or failed has not come to that end yet, such as while the service still
	 * shows how things were before. It is waited for until it has, up to the deadline. Left out, every end is believed.
	 */
	isTooEarly?(run: Run, ended: Ended): Promise<boolean>;
	/**
	 * What the end of a job leads to: another wait, such as for a change that is taken back; null when it is the end.
	 * Must do no harm when it runs twice: n8n may stop between the request and the note of it.
	 */
	next?(run: Run, ended: Ended): Promise<Begun | null>;
	/** What the item gains of the entity as last seen, however its job ended; `wait` is added to it. */
	gained(ended: Ended): IDataObject;
	/**
	 * What the item gains of a job that succeeded, or of nothing to wait for; holds its `summary`.
	 *
	 * @throws when the item fails all the same.
	 */
	finish(run: Run, ended: Ended): Promise<{ json: IDataObject; binary?: IBinaryKeyData }>;
	/** Its own sentences on a job that did not succeed. */
	explain?(ended: Ended): Failure;
}

/** The node as it stands on the canvas; the stored execution has only a likeness of it. */
export interface Face {
	name: string;
	onError: OnError;
}

/** One wait, wherever it is carried on, without the connection to the service. */
export interface Offline {
	context: IExecuteFunctions;
	node: WaitingNode;
	face: Face;
	/** The incoming items, in order. */
	items: INodeExecutionData[];
	rules: WaitRules;
	state: WaitState;
}

/** One wait that can look. */
export type Wait = Offline & Run;
