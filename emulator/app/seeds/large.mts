import type { CustomModelProperties, DatasetKind } from '../../../contract/types.d.ts';
import { takesDataset, trainingKinds } from '../../domain/locales.mts';
import { stableId } from '../../domain/stableId.mts';
import type { SeededBaseModel } from './baseModels.mts';
import { manyBaseModelsAt } from './manyBaseModels.mts';
import { oldestFirst } from './oldestFirst.mts';
import { spread } from './spread.mts';

const DAY = 86_400_000;
const LOCALES =
	'en-US en-GB de-DE fr-FR es-ES it-IT ja-JP pt-BR nl-NL sv-SE zh-CN ko-KR pl-PL en-IN af-ZA'.split(
		' ',
	);
const KINDS: DatasetKind[] = [
	'Acoustic',
	'Language',
	'Pronunciation',
	'AudioFiles',
	'LanguageMarkdown',
	'OutputFormatting',
];
const TEAMS = ['Contact center', 'Media', 'Meetings', 'Clinic', 'Field service', 'Retail'];
const COUNTS = { datasets: 330, models: 240, endpoints: 50, evaluations: 130 };

/** What every entity that is put here has. */
interface Planned {
	id: string;
	locale: string;
	createdDateTime: string;
}

/** An entity of its own, in the shape in which it is put: references are bare ids. */
interface Own extends Planned {
	displayName: string;
	status?: string;
	project?: string;
}

interface PlannedDataset extends Own {
	kind: DatasetKind;
}

interface PlannedModel extends Own {
	baseModel: string;
	datasets: string[];
	properties: CustomModelProperties;
}

/**
 * A resource as it is after years of use: every base model of every locale, and of its own so much that each list has
 * several pages. Most is done, some failed, some is under way; one thing in four names no project.
 */
export function largeAt(now: number) {
	const baseModels = manyBaseModelsAt(now);
	const plan = planner(now);
	const projects = LOCALES.map((locale, index) => ({
		...plan('project', index, 1400),
		displayName: `${TEAMS[index % TEAMS.length]} ${locale}`,
	}));
	const inProject = <T extends Own>(one: T, index: number): T => {
		const project = projects.find(({ locale }) => locale === one.locale);
		return index % 4 === 0 ? one : { ...one, project: project?.id };
	};
	const datasets = many(COUNTS.datasets, (index) => datasetAt(plan, index)).map(inProject);
	const models = many(COUNTS.models, (index) =>
		modelAt(plan('model', index, 950), index, { baseModels, datasets }),
	).map(inProject);
	const done = models.filter(({ status }) => status === undefined);
	const endpoints = many(COUNTS.endpoints, (index) =>
		endpointAt(plan, index, { baseModels, models: done }),
	).map(inProject);
	const evaluations = many(COUNTS.evaluations, (index) =>
		evaluationAt(plan, index, { models: done, datasets }),
	).map(inProject);
	const own = { projects, datasets, models, endpoints, evaluations };
	return {
		baseModels,
		...Object.fromEntries(Object.entries(own).map(([name, list]) => [name, oldestFirst(list)])),
	};
}

/**
 * What every entity has, its day of birth within so many days before now.
 */
function planner(now: number) {
	return (what: string, index: number, days: number): Planned => ({
		id: stableId(`large ${what} ${index}`),
		locale: LOCALES[index % LOCALES.length],
		createdDateTime: new Date(now - (2 + spread(`${what} ${index}`, days)) * DAY).toISOString(),
	});
}

function many<T>(count: number, make: (index: number) => T) {
	return Array.from({ length: count }, (_, index) => make(index));
}

type Planner = ReturnType<typeof planner>;

/**
 * How a job stands: most are done, every 40th has failed, and the last ones are at work.
 */
function statusAt(index: number, count: number): { status?: string } {
	if (index >= count - 3) return { status: index === count - 1 ? 'NotStarted' : 'Running' };
	return index % 40 === 17 ? { status: 'Failed' } : {};
}

function datasetAt(plan: Planner, index: number): PlannedDataset {
	const base = plan('dataset', index, 1350);
	const kinds = KINDS.filter((kind) => takesDataset(base.locale, kind));
	const kind = kinds[Math.floor(index / LOCALES.length) % kinds.length];
	const displayName = `${TEAMS[index % TEAMS.length]} ${kind} ${index + 1}`;
	return { ...base, displayName, kind, ...statusAt(index, COUNTS.datasets) };
}

/**
 * A model trained from the newest base of its day; now and then from Whisper, once there was one.
 */
function modelAt(
	base: Planned,
	index: number,
	{ baseModels, datasets }: { baseModels: SeededBaseModel[]; datasets: PlannedDataset[] },
): PlannedModel {
	const { locale, createdDateTime } = base;
	const ofLocale = baseModels.filter((one) => one.locale === locale);
	const before = ofLocale.filter((one) => one.createdDateTime < createdDateTime);
	const whisper = index % 7 === 2 ? before.find(isWhisperLarge) : undefined;
	// Some models are older than all that is left of the base models; those have the oldest.
	const from = whisper ?? before.filter((one) => !isWhisper(one)).at(-1) ?? ofLocale[0];
	// Structured text and pronunciations do not go together.
	const other = index % 2 ? 'Pronunciation' : 'LanguageMarkdown';
	const kinds: string[] = whisper
		? ['Acoustic']
		: trainingKinds(locale).filter((kind) => kind !== other);
	const usable = datasets.filter(
		(one) => one.locale === locale && one.status === undefined && kinds.includes(one.kind),
	);
	return {
		...base,
		displayName: `${TEAMS[index % TEAMS.length]} ${locale} ${index + 1}`,
		baseModel: from.id,
		datasets: usable.filter((_, at) => (at + index) % 5 < 2).map(({ id }) => id),
		properties: { customModelWeightPercent: 30 },
		...statusAt(index, COUNTS.models),
	};
}

function isWhisper({ displayName }: SeededBaseModel) {
	return displayName.includes('Whisper');
}

function isWhisperLarge({ displayName }: SeededBaseModel) {
	return displayName.endsWith('Whisper Large V2');
}

/**
 * An endpoint on a custom model that can have one, every seventh on a base model.
 */
function endpointAt(
	plan: Planner,
	index: number,
	{ baseModels, models }: { baseModels: SeededBaseModel[]; models: PlannedModel[] },
) {
	const base = plan('endpoint', index, 1);
	const usable = baseModels.filter((one) => one.locale === base.locale && !isWhisper(one));
	const bases = new Set(baseModels.filter((one) => !isWhisper(one)).map(({ id }) => id));
	const own = models.filter((one) => one.locale === base.locale && bases.has(one.baseModel));
	const choice: Planned[] = index % 7 === 3 ? usable : own;
	const model = choice[spread(base.id, choice.length)];
	return {
		...base,
		displayName: `Endpoint ${index + 1}`,
		createdDateTime: dayAfter(model),
		model: model.id,
	};
}

/**
 * A test of a custom model against its base.
 */
function evaluationAt(
	plan: Planner,
	index: number,
	{ models, datasets }: { models: PlannedModel[]; datasets: PlannedDataset[] },
) {
	const base = plan('evaluation', index, 1);
	const own = models.filter(({ locale }) => locale === base.locale);
	const audio = datasets.filter(
		({ locale, kind, status }) =>
			locale === base.locale && kind === 'Acoustic' && status === undefined,
	);
	const model = own[spread(base.id, own.length)];
	return {
		...base,
		displayName: `Test ${index + 1}`,
		createdDateTime: dayAfter(model),
		model1: model.id,
		model2: model.baseModel,
		dataset: audio[spread(base.id, audio.length)].id,
		...statusAt(index, COUNTS.evaluations),
	};
}

function dayAfter({ createdDateTime }: Planned) {
	return new Date(Date.parse(createdDateTime) + DAY).toISOString();
}
