import { views } from '../views/views.mts';
import type { Resource } from './resource.mts';

export const baseModels: Resource<'baseModels'> = {
	collection: 'baseModels',
	path: '/models/base',
	view: views.baseModels,
	tellsRetryAfter: false,
};
