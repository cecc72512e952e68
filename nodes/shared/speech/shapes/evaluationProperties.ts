import type { Evaluation, ReportedTokenErrors } from '../entities';
import { number, objectOf, optional } from './readers';
import { entityError } from './speechReaders';

const tokenErrorGroup = optional(
	objectOf<NonNullable<ReportedTokenErrors['lexical']>>({
		numberOfEdits: optional(number),
		percentageOfAllEdits: optional(number),
	}),
);

const tokenErrors = optional(
	objectOf<ReportedTokenErrors>({
		punctuation: tokenErrorGroup,
		capitalization: tokenErrorGroup,
		inverseTextNormalization: tokenErrorGroup,
		lexical: tokenErrorGroup,
		others: tokenErrorGroup,
	}),
);

const figure = optional(number);

/** What a test says of both models. A figure that is no number, such as `"NaN"`, is none. */
export const evaluationProperties = objectOf<NonNullable<Evaluation['properties']>>({
	error: optional(entityError),
	wordErrorRate1: figure,
	sentenceErrorRate1: figure,
	tokenErrorRate1: figure,
	wordCount1: figure,
	wordInsertionCount1: figure,
	wordDeletionCount1: figure,
	wordSubstitutionCount1: figure,
	tokenErrors1: tokenErrors,
	wordErrorRate2: figure,
	sentenceErrorRate2: figure,
	tokenErrorRate2: figure,
	wordCount2: figure,
	wordInsertionCount2: figure,
	wordDeletionCount2: figure,
	wordSubstitutionCount2: figure,
	tokenErrors2: tokenErrors,
});
