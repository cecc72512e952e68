import type { Evaluation, EvaluationUpdate } from '../../../contract/types.d.ts';
import { invalid } from '../../domain/refusal.mts';
import { patchContent } from '../../domain/rules/patch.mts';
import { checkTestData, checkTestedModel, startTest } from '../../domain/rules/testing.mts';
import { refuseUnfinished } from '../../domain/rules/unfinished.mts';
import { pick } from '../pick.mts';
import { projectIn, resolve } from '../references.mts';
import type { RequestContext } from '../requestContext.mts';
import * as schemas from '../schemas/evaluation.mts';
import { views } from '../views/views.mts';
import { CONTENT_FIELDS, type Patch, type Resource } from './resource.mts';

export const evaluations: Resource<'evaluations'> = {
	collection: 'evaluations',
	path: '/evaluations',
	view: views.evaluations,
	tellsRetryAfter: true,
	removeAbsent: 204,
	create: {
		schema: schemas.create,
		make: (ctx, body: Evaluation) => {
			if (body.transcription1 ?? body.transcription2) {
				// Transcriptions are not part of this emulator, so none can be referred to.
				throw invalid('InvalidTranscription', 'The transcription does not exist.');
			}
			return startTest(ctx, {
				fields: pick(body, CONTENT_FIELDS),
				project: projectIn(ctx, body, body.locale),
				model1: testable(ctx, body, 'model1'),
				model2: testable(ctx, body, 'model2'),
				dataset: testData(ctx, body),
			});
		},
	},
	update: {
		schema: schemas.update,
		apply: (ctx, record, body: Patch<EvaluationUpdate>) => {
			patchContent(ctx, record, body, projectIn(ctx, body, record.fields.locale));
		},
	},
	beforeRemove: refuseUnfinished,
	afterRemove: ({ service }, { id }) => {
		service.blobs.removeAll(id);
	},
};

function testable(ctx: RequestContext, body: Evaluation, field: 'model1' | 'model2') {
	const found = resolve(ctx, body[field], field, ['models', 'baseModels']);
	checkTestedModel(ctx, found, field, body.locale);
	return found.link;
}

function testData(ctx: RequestContext, { dataset, locale }: Evaluation) {
	const { link, record } = resolve(ctx, dataset, 'dataset', ['datasets']);
	checkTestData(ctx, record, locale);
	return link;
}
