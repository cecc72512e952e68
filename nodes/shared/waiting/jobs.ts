import type { CopyOperation, CustomModel, Dataset, Endpoint, Evaluation } from '../speech/entities';
import type { Collection } from '../speech/references';
import {
	simplifyCopyOperation,
	simplifyDataset,
	simplifyEndpoint,
	simplifyEvaluation,
	simplifyModel,
} from '../speech/simplify';

export type JobKind = 'model' | 'dataset' | 'evaluation' | 'endpoint' | 'modelCopy';

/** One thing at the service that takes its time. */
export interface Job {
	kind: JobKind;
	id: string;
}

interface KindFacts {
	collection: Collection;
	/** The item's key that holds such an entity. */
	caseKey: string;
	/** What is going on, as in "the training of model 'X'". */
	activity: string;
	/** What it becomes, as in "model 'X' was trained". */
	done: string;
	noun: string;
	/** Whether the service has a list that tells many of them at once. */
	listed: boolean;
	simplify: (entity: never) => object;
}

/** What there is to know of each kind, most specific activity first. */
export const JOB_KINDS: Record<JobKind, KindFacts> = {
	model: {
		collection: 'models',
		caseKey: 'model',
		activity: 'training',
		done: 'trained',
		noun: 'model',
		listed: true,
		simplify: (entity: CustomModel) => simplifyModel(entity),
	},
	evaluation: {
		collection: 'evaluations',
		caseKey: 'test',
		activity: 'run',
		done: 'run',
		noun: 'test',
		listed: true,
		simplify: (entity: Evaluation) => simplifyEvaluation(entity),
	},
	endpoint: {
		collection: 'endpoints',
		caseKey: 'endpoint',
		activity: 'deployment',
		done: 'deployed',
		noun: 'endpoint',
		listed: true,
		simplify: (entity: Endpoint) => simplifyEndpoint(entity),
	},
	dataset: {
		collection: 'datasets',
		caseKey: 'dataset',
		activity: 'processing',
		done: 'processed',
		noun: 'dataset',
		listed: true,
		simplify: (entity: Dataset) => simplifyDataset(entity),
	},
	modelCopy: {
		collection: 'copyOperations',
		caseKey: 'modelCopy',
		activity: 'copying',
		done: 'copied',
		noun: 'model copy',
		listed: false,
		simplify: (entity: CopyOperation) => simplifyCopyOperation(entity),
	},
};

/** Tells jobs apart; two items may wait for the same one. */
export function jobKey({ kind, id }: Job): string {
	return `${kind}/${id}`;
}
