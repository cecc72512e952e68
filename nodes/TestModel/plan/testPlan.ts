import type { BaseModel, CustomModel, Dataset, Project } from '../../shared/speech/entities';
import { fingerprintOf } from '../../shared/speech/fingerprint';
import { idOf } from '../../shared/speech/references';
import { TESTING_KIND_PROPERTY } from '../../shared/speech/customProperties';
import type { IfThere } from '../../shared/api/startOnce';

/** How the portals show a test: with figures, or for listening. */
export type TestingKind = 'Evaluation' | 'Inspection';

/** A custom model or a base model. */
export type ModelCollection = 'models' | 'baseModels';

/** The model a new one is measured against. */
export interface Reference {
	collection: ModelCollection;
	model: CustomModel | BaseModel;
	/** What it is to the person, such as `served by endpoint 'Retail live'`. */
	role: string;
	/** What must be said of it, such as that it only stands in; null for nothing. */
	remark: string | null;
}

/** Everything one test is made of, read and looked up before anything is started. */
export interface TestPlan {
	testingKind: TestingKind;
	candidate: CustomModel | BaseModel;
	candidateCollection: ModelCollection;
	reference: Reference;
	dataset: Dataset;
	displayName: string;
	project: Project | null;
	ifAlreadyTested: IfThere;
}

/** Whether a model is tested without another one: the service wants two, and takes the same twice. */
export function isAlone({ candidate, reference }: Pick<TestPlan, 'candidate' | 'reference'>) {
	return idOf(candidate) === idOf(reference.model);
}

/** The plan's idempotency key: the pair, the data and what the test is for. */
export function testFingerprint({ reference, candidate, dataset, testingKind }: TestPlan): string {
	return fingerprintOf([
		reference.collection,
		idOf(reference.model),
		idOf(candidate),
		idOf(dataset),
		testingKind,
	]);
}

/** The custom property that says what a test is for. */
export function testingKindProperty(kind: TestingKind): Record<string, string> {
	return { [TESTING_KIND_PROPERTY]: kind };
}
