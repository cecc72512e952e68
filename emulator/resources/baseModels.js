'use strict';

const { views } = require('../views/views.js');

/** @type {import('../types.js').Resource} */
const baseModels = {
	collection: 'baseModels',
	path: '/models/base',
	view: views.baseModels,
	tellsRetryAfter: false,
};

module.exports = { baseModels };
