const byId = (value) => ({ __rl: true, mode: 'id', value });
const ABSENT = '1b2c3d4e-0000-4000-8000-123456789abc';

/** What Check Expiration and Select Baseline say. */
module.exports = [
	[
		'a model that is not there',
		({ saidBy }) => saidBy('Check Expiration', { model: { id: ABSENT } }, { check: 'model' }),
	],
	[
		'no base model that fits',
		({ saidBy }) =>
			saidBy('Select Baseline', { locale: 'en-US' }, { options: { minimumTrainingDays: 400 } }),
	],
	['a locale without base models', ({ saidBy }) => saidBy('Select Baseline', { locale: 'fr-FR' })],
	['no locale', ({ saidBy }) => saidBy('Select Baseline', {})],
	[
		'a base model that cannot be trained any more',
		({ saidBy, find }) =>
			saidBy(
				'Select Baseline',
				{},
				{ pick: 'specific', baseModelId: byId(find('baseModels', '20250710').id) },
			),
	],
	[
		'no kind ticked',
		({ saidBy }) =>
			saidBy(
				'Select Baseline',
				{ locale: 'en-US' },
				{ datasetKindsFrom: 'chosen', datasetKinds: [] },
			),
	],
];
