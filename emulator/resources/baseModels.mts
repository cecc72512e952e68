import { views } from '../views/views.mts';

/** @type {import('../types.mts').Resource} */
const baseModels: import('../types.mts').Resource = {
	collection: 'baseModels',
	path: '/models/base',
	view: views.baseModels,
	tellsRetryAfter: false,
};

export { baseModels };
