import type { ServedModel } from '../../shared/speech/servedModel';
import type { Twin } from '../../shared/speech/twins';

export type Operation = 'update' | 'create' | 'rollBack';

/** What the end of a deployment wants to know; stored as plain data while the endpoint changes. */
export interface DeploymentMemo {
	operation: Operation;
	endpointId: string;
	endpointName: string;
	/** The model the endpoint is to serve. */
	model: ServedModel;
	/** The one it served before; null when there was none or it is not known. */
	previous: ServedModel | null;
	/** Whether anything was sent, or begun by an earlier try. */
	changed: boolean;
	/** Whether a change that fails is taken back. */
	rollBackOnFailure: boolean;
	/** Why the change failed, once it is being taken back; null before. */
	failedBecause: string | null;
	/** When the change was sent or found under way, in milliseconds since the epoch. */
	begunAt: number;
	/** The failure the endpoint showed before the change was sent; null when it showed none. */
	failureBefore: string | null;
	/** The model that an endpoint was created for when it is set to another one by now. */
	createdFor?: ServedModel;
	/** A whole sentence a reader must know besides; left out for nothing. */
	remark?: string;
	/** What was given up of an endpoint created twice at once. */
	twin?: Twin | null;
	simplified: boolean;
}

/** The model the endpoint is to serve at the end: the one before, once the change is being taken back. */
export function wantedModel({ failedBecause, model, previous }: DeploymentMemo): ServedModel {
	return failedBecause === null ? model : (previous ?? model);
}
