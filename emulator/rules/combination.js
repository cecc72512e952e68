'use strict';

const { invalidRequest } = require('../http/apiError.js');

/** Kinds that cannot be trained together; source: Microsoft Learn, "Training and testing datasets". */
const APART = ['LanguageMarkdown', 'Pronunciation'];
const MESSAGE = 'Pronunciation data cannot be combined with structured text in one training.';

/**
 * What is wrong with datasets as a combination: it is refused, or, when the quirk says so, fails the training.
 * @param {import('../types.js').ViewContext} ctx
 * @param {import('../types.js').EntityRecord[]} datasets
 * @returns {import('../types.js').JobError | undefined}
 */
function faultOfCombination({ service }, datasets) {
	const quirk = service.quirks.pronunciationWithStructuredText;
	const together = APART.every((kind) => datasets.some(({ fields }) => fields.kind === kind));
	if (!together || quirk === 'taken') return undefined;
	if (quirk === 'failed') return { code: 'InvalidAdaptationMapping', message: MESSAGE };
	throw invalidRequest('InvalidAdaptationMapping', MESSAGE, 'datasets');
}

module.exports = { faultOfCombination };
