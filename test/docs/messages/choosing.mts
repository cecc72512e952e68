import type { ContactCentre } from '../support/contactCentre.mts';
import { type Scenario } from '../support/scenario.mts';
import { byId } from '../../support/locator.ts';

const WHISPER = '20240228 Whisper Large V2';
/** The only base model of a locale. */
const onlyBase = ({ emulator }: ContactCentre, features: object, more = {}) =>
	emulator.put('baseModels', {
		displayName: WHISPER,
		locale: 'es-ES',
		properties: { features, ...more },
	});
const forAudio = { datasetKindsFrom: 'chosen', datasetKinds: ['Acoustic'] };
const ABSENT = '1b2c3d4e-0000-4000-8000-123456789abc';

/** What Check Expiration and Select Baseline say. */
const scenarios: Scenario[] = [
	[
		'a model that is not there',
		({ saidBy }) => saidBy('Check Expiration', { model: { id: ABSENT } }, { operation: 'model' }),
	],
	[
		'no base model that fits',
		({ saidBy }) =>
			saidBy('Select Baseline', { locale: 'en-US' }, { options: { minimumTrainingDays: 400 } }),
	],
	['a locale without base models', ({ saidBy }) => saidBy('Select Baseline', { locale: 'fr-FR' })],
	[
		'a locale with nothing but a base model for batch transcription only',
		(centre) => {
			onlyBase(centre, { supportsAdaptationsWith: ['Acoustic'], supportsEndpoints: false });
			return centre.saidBy('Select Baseline', { locale: 'es-ES' }, forAudio);
		},
	],
	[
		'a locale with nothing but a base model for audio',
		(centre) => {
			onlyBase(centre, { supportsAdaptationsWith: ['Acoustic'] });
			return centre.saidBy('Select Baseline', { locale: 'es-ES' });
		},
	],
	[
		'a locale without a free base model',
		(centre) => {
			onlyBase(centre, {}, { chargeForAdaptation: true });
			const options = { charging: 'free' };
			return centre.saidBy('Select Baseline', { locale: 'es-ES' }, { options });
		},
	],
	[
		'a base model for batch transcription only',
		(centre) => {
			const { id } = onlyBase(centre, { supportsEndpoints: false });
			return centre.saidBy('Select Baseline', {}, { operation: 'specific', baseModelId: byId(id) });
		},
	],
	[
		'an endpoint on a base model',
		({ saidBy }) =>
			saidBy('Select Baseline', {
				model: null,
				endpoint: { displayName: 'Hotline' },
				expiration: { servedBaseModelId: ABSENT },
			}),
	],
	[
		'a project that is not there',
		({ saidBy }) => saidBy('Check Expiration', {}, { filters: { projectId: byId(ABSENT) } }),
	],
	[
		'a project of another locale',
		({ saidBy, find }) => {
			const projectId = byId(find('projects', 'Contact center').id);
			return saidBy('Check Expiration', {}, { filters: { projectId, locale: byId('de-DE') } });
		},
	],
	['no locale', ({ saidBy }) => saidBy('Select Baseline', {})],
	[
		'a base model that cannot be trained any more',
		({ saidBy, find }) =>
			saidBy(
				'Select Baseline',
				{},
				{ operation: 'specific', baseModelId: byId(find('baseModels', '20250710').id) },
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

export default scenarios;
