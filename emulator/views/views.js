'use strict';

const { baseModelView } = require('./baseModel.js');
const { datasetView } = require('./dataset.js');
const { endpointView } = require('./endpoint.js');
const { evaluationView } = require('./evaluation.js');
const { modelView } = require('./model.js');
const { operationView } = require('./operation.js');
const { projectView } = require('./project.js');
const { webhookView } = require('./webhook.js');

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

module.exports = { views };
