import { checkPlan } from '../../../nodes/TrainModel/plan/checkPlan';
import type { TrainingPlan } from '../../../nodes/TrainModel/plan/trainingPlan';
import { NOW, baseModel, dataset, project, uuid } from '../entities';
import { HOLES, inputErrorOf } from '../failures';

const PLAN: TrainingPlan = {
	displayName: 'Retail',
	description: '',
	locale: 'en-US',
	base: baseModel(),
	datasets: [dataset()],
	project: project(),
	customModelWeightPercent: null,
	customProperties: {},
	testDataset: null,
	retrained: null,
};
/** Datasets of these kinds, with a base model that says nothing of kinds. */
const kinds = (...names: string[]) => ({
	datasets: names.map((kind, index) => dataset({ number: index + 1, kind })),
	base: null,
});
/** Datasets of audio whose custom property tells of short files, or is left out. */
const audio = (...shortFiles: Array<string | undefined>) => ({
	datasets: shortFiles.map((count, index) =>
		dataset({
			number: index + 1,
			displayName: `Calls ${index + 1}`,
			kind: index % 2 ? 'AudioFiles' : 'Acoustic',
			...(count !== undefined && { customProperties: { n8nAudioFilesUpTo40s: count } }),
		}),
	),
	base: null,
});
const text = dataset({ number: 1, displayName: 'Menu', kind: 'LanguageMarkdown' });
const pronunciation = dataset({ number: 2, displayName: 'Names', kind: 'Pronunciation' });
const plan = (changes: Partial<TrainingPlan>) => ({ ...PLAN, ...changes });

describe('a training plan', () => {
	it.each<[string, Partial<TrainingPlan>]>([
		['with all there is', {}],
		['that leaves the base model to the service', { base: null }],
		['without a project', { project: null }],
		['with data kept aside for a test', { testDataset: dataset({ number: 9, kind: 'Acoustic' }) }],
		['whose locales differ in case only', { locale: 'EN-us' }],
		[
			'from a base that ends a moment from now',
			{ base: baseModel({ trainableUntil: '2026-11-01T12:00:00.001Z' }) },
		],
		['from a base that names no end', { base: baseModel({ trainableUntil: null }) }],
		['from a base that names no kinds', { base: baseModel({ properties: {} }) }],
		['from a base that tells nothing of itself', { base: baseModel({ properties: undefined }) }],
		['with a name of whole characters', { displayName: 'Retail 🛒' }],
		['from a base without a status', { base: baseModel({ status: undefined }) }],
		['of structured text alone', { ...kinds('LanguageMarkdown', 'Language') }],
		['of pronunciation with plain text', { ...kinds('Language', 'Pronunciation') }],
		[
			'of structured text with pronunciation for who wants it',
			{
				...kinds('LanguageMarkdown', 'Pronunciation'),
				allowPronunciationWithStructuredText: true,
			},
		],
		['with audio of which nothing is known', audio(undefined)],
		['with audio of which the property says nothing', audio('none')],
		['with some audio that is short enough', audio('0', '3')],
		['with audio that is too long beside unknown audio', audio('0', undefined)],
	])('%s is good', (_name, changes) => {
		expect(() => {
			checkPlan(plan(changes), NOW);
		}).not.toThrow();
	});

	const failed = dataset({
		number: 7,
		status: 'Failed',
		properties: { error: { code: 'EmptyFile', message: 'No lines' } },
	});
	it.each<[string, Partial<TrainingPlan>, RegExp, RegExp]>([
		['without a name', { displayName: '' }, /'Name' is empty/, /Enter a name/],
		['with a name of spaces', { displayName: ' \t' }, /'Name' is empty/, /Enter a name/],
		[
			'with a name that ends within a character',
			{ displayName: 'Retail \ud83d' },
			/'Name' contains half a character/,
			/cut in the middle/,
		],
		[
			'with a name that begins within a character',
			{ displayName: '\uded2 Retail' },
			/'Name' contains half a character/,
			/cut in the middle/,
		],
		[
			'with a failed dataset',
			{ datasets: [dataset(), failed] },
			/'Product names'.*could not be processed: EmptyFile: No lines/,
			/'Datasets'/,
		],
		[
			'with a dataset that is still processed',
			{ datasets: [dataset({ status: 'Running' })] },
			/not ready: its status is Running/,
			/Wait For Training/,
		],
		[
			'with a dataset of a status from the future',
			{ datasets: [dataset({ status: 'Pondering' })] },
			/not ready: its status is Pondering/,
			/Wait For Training/,
		],
		[
			'with a dataset of another locale',
			{ datasets: [dataset({ locale: 'de-DE' })] },
			/locale de-DE.*en-US/,
			/'Datasets'/,
		],
		[
			'with a base of another locale',
			{ base: baseModel({ locale: 'de-DE' }) },
			/Base model.*locale de-DE.*en-US/,
			/'Base Model'/,
		],
		[
			'from a base that is not ready',
			{ base: baseModel({ status: 'Running' }) },
			/status is Running/,
			/Select Baseline/,
		],
		[
			'from a base that ends at this very moment',
			{ base: baseModel({ trainableUntil: '2026-11-01T12:00:00Z' }) },
			/only until 2026-11-01/,
			/Select Baseline/,
		],
		[
			'from a base that does not take the data',
			{ base: baseModel({ kinds: ['Acoustic'] }) },
			/cannot be trained with Plain Text data.*'Product names'/,
			/Select Baseline/,
		],
		[
			'of structured text with pronunciation',
			{ datasets: [text, pronunciation], base: null },
			/cannot be trained together: dataset 'Menu' \(.*\) is structured text, dataset 'Names' \(.*\) is pronunciation/,
			/'Allow Pronunciation With Structured Text'/,
		],
		[
			'whose only audio is too long',
			audio('0'),
			/^Dataset 'Calls 1' \(.*\) holds no audio file of at most 40 seconds/,
			/Cut the recordings/,
		],
		[
			'with all audio too long beside text',
			{ datasets: [dataset(), ...audio('0', '0').datasets], base: null },
			/^The datasets 'Calls 1' \(.*\), 'Calls 2' \(.*\) hold no audio file/,
			/Cut the recordings/,
		],
		[
			'in a project of another locale',
			{ project: project({ locale: 'de-DE' }) },
			/Project 'Retail'.*de-DE, but the datasets have en-US/,
			/'Project'/,
		],
		[
			'with test data it is trained with',
			{
				datasets: [dataset({ number: 9, kind: 'Acoustic' })],
				base: null,
				testDataset: dataset({ number: 9, kind: 'Acoustic' }),
			},
			/'Test Dataset' is one of the datasets that the model is trained with/,
			/not used for training/,
		],
		[
			'with test data of another kind',
			{ testDataset: dataset({ number: 9 }) },
			/'Test Dataset' has the kind Plain Text/,
			/of the kind Audio \+ Human-Labeled Transcript/,
		],
	])('%s is refused before anything is started', (_name, changes, message, advice) => {
		const error = inputErrorOf(() => {
			checkPlan(plan(changes), NOW);
		});
		expect(error.message).toMatch(message);
		expect(error.advice).toMatch(advice);
		expect(`${error.message} ${error.advice}`).not.toMatch(HOLES);
	});

	it('names the dataset that does not fit by its id as well', () => {
		const error = inputErrorOf(() => {
			checkPlan(plan({ datasets: [dataset(), failed] }), NOW);
		});
		expect(error.message).toContain(uuid(7));
	});
});
