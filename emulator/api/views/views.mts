import type { Collection, Records } from '../../domain/records.mts';
import type { ViewContext } from '../context.mts';
import { baseModelView } from './baseModel.mts';
import { datasetView } from './dataset.mts';
import { endpointView } from './endpoint.mts';
import { evaluationView } from './evaluation.mts';
import { modelView } from './model.mts';
import { operationView } from './operation.mts';
import { projectView } from './project.mts';
import { webhookView } from './webhook.mts';

/** What the API shows of each collection's entities. */
export interface Views {
	baseModels: ReturnType<typeof baseModelView>;
	datasets: ReturnType<typeof datasetView>;
	endpoints: ReturnType<typeof endpointView>;
	evaluations: ReturnType<typeof evaluationView>;
	models: ReturnType<typeof modelView>;
	operations: ReturnType<typeof operationView>;
	projects: ReturnType<typeof projectView>;
	webhooks: ReturnType<typeof webhookView>;
}

type Viewers = { [C in Collection]: (record: Records[C], ctx: ViewContext) => Views[C] };

/** How the API shows each collection's entities. */
export const views: Viewers = {
	baseModels: baseModelView,
	datasets: datasetView,
	endpoints: endpointView,
	evaluations: evaluationView,
	models: modelView,
	operations: operationView,
	projects: projectView,
	webhooks: webhookView,
};
