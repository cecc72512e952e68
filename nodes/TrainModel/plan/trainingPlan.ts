import type { BaseModel, CustomModel, Dataset, Project } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { trainingFingerprint } from '../../shared/speech/fingerprint';

/** Everything one training is made of, read and looked up before anything is started. */
export interface TrainingPlan {
	displayName: string;
	description: string;
	locale: string;
	/** Null leaves the choice to the service: the locale's default base model. */
	base: BaseModel | null;
	datasets: Dataset[];
	project: Project | null;
	/** 1 to 100; null leaves the choice to the service. */
	customModelWeightPercent: number | null;
	customProperties: Record<string, string>;
	/** Data kept aside for a test of the new model; null when none was chosen here. */
	testDataset: Dataset | null;
	/** The model that is trained anew; null for a new one. */
	retrained: CustomModel | null;
	/** Whether a training of both may be tried; left out, not. */
	allowPronunciationWithStructuredText?: boolean;
}

/** The plan's idempotency key. */
export function planFingerprint(plan: TrainingPlan): string {
	return trainingFingerprint({
		baseModelId: plan.base && idOf(plan.base),
		datasetIds: plan.datasets.map(idOf),
		locale: plan.locale,
		displayName: plan.displayName,
		customModelWeightPercent: plan.customModelWeightPercent,
	});
}
