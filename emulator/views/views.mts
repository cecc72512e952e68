import { baseModelView } from './baseModel.mts';
import { datasetView } from './dataset.mts';
import { endpointView } from './endpoint.mts';
import { evaluationView } from './evaluation.mts';
import { modelView } from './model.mts';
import { operationView } from './operation.mts';
import { projectView } from './project.mts';
import { webhookView } from './webhook.mts';

/** How the API shows each collection's entities. */
const views = {
	baseModels: baseModelView,
	datasets: datasetView,
	endpoints: endpointView,
	evaluations: evaluationView,
	models: modelView,
	operations: operationView,
	projects: projectView,
	webhooks: webhookView,
};

export { views };
