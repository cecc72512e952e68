import { baseModels } from './baseModels.mts';
import { datasets } from './datasets.mts';
import { endpoints } from './endpoints.mts';
import { evaluations } from './evaluations.mts';
import { models } from './models.mts';
import { projects } from './projects.mts';
import { webhooks } from './webhooks.mts';

/** Every collection the API offers. */
const resources = { baseModels, datasets, endpoints, evaluations, models, projects, webhooks };

export { resources };
