'use strict';

const { baseModels } = require('./baseModels.js');
const { datasets } = require('./datasets.js');
const { endpoints } = require('./endpoints.js');
const { evaluations } = require('./evaluations.js');
const { models } = require('./models.js');
const { projects } = require('./projects.js');
const { webhooks } = require('./webhooks.js');

/** Every collection the API offers. */
const resources = { baseModels, datasets, endpoints, evaluations, models, projects, webhooks };

module.exports = { resources };
