import type { BaseModel, CustomModel, Dataset, Project } from '../../shared/speech/entities';
import { fingerprintOf } from '../../shared/speech/fingerprint';
import { idOf } from '../../shared/speech/references';
import { TESTING_KIND_PROPERTY } from '../../shared/speech/customProperties';
import type { FoundModel } from '../../shared/api/readModel';
import type { IfThere } from '../../shared/api/startOnce';

/** How the portals show a test: with figures, or for listening. */
export type TestingKind = 'Evaluation' | 'Inspection';

/** A custom model or a base model. */
export type ModelCollection = 'models' | 'baseModels';

/** The field in which a person chooses the reference. */
export const COMPARE_WITH = 'Compare With';

/** What is tested, on what, and what for. */
export type Tested = FoundModel & { datasetId: string; testingKind: TestingKind };

/** The model a new one is measured against. */
export interface Reference {
	collection: ModelCollection;
	id: string;
	/** Null when it is not there any more: then only a test made before can be taken. */
	model: CustomModel | BaseModel | null;
	/** Of the field that led to it. */
	label: string;
	/** What it is to the person, such as `served by endpoint 'Retail live'`; null when there is nothing to add. */
	role: string | null;
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
	return idOf(candidate) === reference.id;
}

/** The reference's name, or its id when it is not there any more. */
export function nameOfReference({ model, id }: Reference): string {
	return model?.displayName ?? id;
}

/** The plan's idempotency key: the pair, the data and what the test is for. */
export function testFingerprint({ reference, candidate, dataset, testingKind }: TestPlan): string {
	return fingerprintOf([
		reference.collection,
		reference.id,
		idOf(candidate),
		idOf(dataset),
		testingKind,
	]);
}

/** The custom property that says what a test is for. */
export function testingKindProperty(kind: TestingKind): Record<string, string> {
	return { [TESTING_KIND_PROPERTY]: kind };
}
