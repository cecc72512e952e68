const retail = ({ find }) => ({ id: find('models', 'Retail en-US').id });
const locale = 'en-US';
const DAY_MS = 86_400_000;

/** A dataset that was put into the resource. */
const given = ({ emulator }, displayName, more = {}) => {
	const { id } = emulator.put('datasets', { displayName, locale, kind: 'Language', ...more });
	return { dataset: { id } };
};
const baseCalled = ({ find }, displayName) => ({
	baseModel: { id: find('baseModels', displayName).id },
});

/** A model in training, and what it is to become. */
const inTraining = ({ emulator }, displayName = 'Warehouse en-US') => {
	const { id } = emulator.put('models', { displayName, locale, status: 'Running' });
	return { model: { id } };
};

/** What Train Model and Wait For Training say. */
export default [
	['no datasets', ({ saidBy }) => saidBy('Train Model', { locale })],
	[
		'a dataset that is not processed yet',
		(centre) => centre.saidBy('Train Model', given(centre, 'Spare parts', { status: 'Running' })),
	],
	[
		'a dataset of another locale',
		(centre) =>
			centre.saidBy('Train Model', {
				...given(centre, 'Ersatzteile', { locale: 'de-DE' }),
				...baseCalled(centre, '20261003'),
			}),
	],
	[
		'a base model past its last day of training',
		(centre) =>
			centre.saidBy('Train Model', {
				...given(centre, 'Spare parts'),
				...baseCalled(centre, '20250710'),
			}),
	],
	[
		'a base model for other kinds of data',
		(centre) =>
			centre.saidBy('Train Model', {
				...given(centre, 'Calls of October', { kind: 'Acoustic' }),
				...baseCalled(centre, '20260401 (text only)'),
			}),
	],
	[
		'structured text with pronunciation',
		(centre) => {
			const { dataset: menu } = given(centre, 'Menu', { kind: 'LanguageMarkdown' });
			const { dataset: names } = given(centre, 'Brand names', { kind: 'Pronunciation' });
			return centre.saidBy('Train Model', { datasets: [menu, names] });
		},
	],
	[
		'audio that is too long',
		(centre) =>
			centre.saidBy(
				'Train Model',
				given(centre, 'Long calls', {
					kind: 'Acoustic',
					customProperties: { n8nAudioFilesUpTo40s: '0' },
				}),
			),
	],
	[
		'a training that was there before',
		async (centre) => {
			const items = [{ json: { model: retail(centre) } }];
			await centre.run([{ node: 'Train Model' }], { items });
			const options = { ifAlreadyTrained: 'fail' };
			return await centre.saidBy('Train Model', items[0].json, { options });
		},
	],
	[
		'a weight that is none',
		(centre) =>
			centre.saidBy(
				'Train Model',
				{ model: retail(centre) },
				{ options: { customModelWeightPercent: 0 } },
			),
	],
	[
		'a training that fails',
		(centre) => {
			const item = inTraining(centre);
			const error = { code: 'InvalidData', message: 'No usable text' };
			centre.emulator.finish('models', item.model.id, 'Failed', error);
			return centre.saidBy('Wait For Training', item);
		},
	],
	[
		'a wait that takes too long',
		(centre) => {
			centre.emulator.setOutcome({ collection: 'models', durationMs: 3 * DAY_MS });
			const options = { giveUpAfterDays: 1 };
			return centre.saidBy('Wait For Training', inTraining(centre), { options });
		},
	],
	[
		'a model that was deleted',
		(centre) => {
			const item = inTraining(centre);
			centre.emulator.remove('models', item.model.id);
			return centre.saidBy('Wait For Training', item);
		},
	],
	['nothing to wait for', ({ saidBy }) => saidBy('Wait For Training', { locale })],
	[
		'a model without datasets',
		(centre) => {
			const { id } = centre.emulator.put('models', { displayName: 'Warehouse en-US', locale });
			return centre.saidBy('Train Model', { model: { id } });
		},
	],
	[
		'a key that is refused from the start',
		({ saidBy, reachedBy, ...centre }) =>
			saidBy('Wait For Training', inTraining(centre), {
				credentials: reachedBy({ apiKey: 'test-key' }),
			}),
	],
];
