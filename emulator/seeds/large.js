'use strict';

const { takesDataset, trainingKinds } = require('../schemas/locales.js');
const { stableId } = require('../views/stableId.js');
const { manyBaseModelsAt } = require('./manyBaseModels.js');
const { oldestFirst } = require('./oldestFirst.js');
const { spread } = require('./spread.js');

const DAY = 86_400_000;
const LOCALES =
	'en-US en-GB de-DE fr-FR es-ES it-IT ja-JP pt-BR nl-NL sv-SE zh-CN ko-KR pl-PL en-IN af-ZA'.split(
		' ',
	);
const KINDS = [
	'Acoustic',
	'Language',
	'Pronunciation',
	'AudioFiles',
	'LanguageMarkdown',
	'OutputFormatting',
];
const TEAMS = ['Contact centre', 'Media', 'Meetings', 'Clinic', 'Field service', 'Retail'];
const COUNTS = { datasets: 330, models: 240, endpoints: 50, evaluations: 130 };

/** @typedef {Record<string, any> & { id: string, locale: string, createdDateTime: string }} Planned */

/**
 * A resource as it is after years of use: every base model of every locale, and of its own so much that each list has
 * several pages. Most is done, some failed, some is under way; one thing in four names no project.
 * @param {number} now
 * @returns {Record<string, Record<string, any>[]>}
 */
function largeAt(now) {
	const baseModels = /** @type {Planned[]} */ (manyBaseModelsAt(now));
	const plan = planner(now);
	const projects = LOCALES.map((locale, index) => ({
		...plan('project', index, 1400),
		displayName: `${TEAMS[index % TEAMS.length]} ${locale}`,
	}));
	/** @param {Planned} one @param {number} index @returns {Planned} */
	const inProject = (one, index) => {
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
 * @param {number} now
 */
function planner(now) {
	return (/** @type {string} */ what, /** @type {number} */ index, /** @type {number} */ days) => ({
		id: stableId(`large ${what} ${index}`),
		locale: LOCALES[index % LOCALES.length],
		createdDateTime: new Date(now - (2 + spread(`${what} ${index}`, days)) * DAY).toISOString(),
	});
}

/**
 * @template T
 * @param {number} count
 * @param {(index: number) => T} make
 */
function many(count, make) {
	return Array.from({ length: count }, (_, index) => make(index));
}

/**
 * How a job stands: most are done, every 40th has failed, and the last ones are at work.
 * @param {number} index
 * @param {number} count
 */
function statusAt(index, count) {
	if (index >= count - 3) return { status: index === count - 1 ? 'NotStarted' : 'Running' };
	return index % 40 === 17 ? { status: 'Failed' } : {};
}

/**
 * @param {ReturnType<typeof planner>} plan
 * @param {number} index
 * @returns {Planned}
 */
function datasetAt(plan, index) {
	const base = plan('dataset', index, 1350);
	const kinds = KINDS.filter((kind) => takesDataset(base.locale, kind));
	const kind = kinds[Math.floor(index / LOCALES.length) % kinds.length];
	const displayName = `${TEAMS[index % TEAMS.length]} ${kind} ${index + 1}`;
	return { ...base, displayName, kind, ...statusAt(index, COUNTS.datasets) };
}

/**
 * A model trained from the newest base of its day; now and then from Whisper, once there was one.
 * @param {Planned} base
 * @param {number} index
 * @param {{ baseModels: Planned[], datasets: Planned[] }} have
 * @returns {Planned}
 */
function modelAt(base, index, { baseModels, datasets }) {
	const { locale, createdDateTime } = base;
	const ofLocale = baseModels.filter((one) => one.locale === locale);
	const before = ofLocale.filter((one) => one.createdDateTime < createdDateTime);
	const whisper = index % 7 === 2 ? before.find(isWhisperLarge) : undefined;
	// Some models are older than all that is left of the base models; those have the oldest.
	const from = whisper ?? before.filter((one) => !isWhisper(one)).at(-1) ?? ofLocale[0];
	// Structured text and pronunciations do not go together.
	const other = index % 2 ? 'Pronunciation' : 'LanguageMarkdown';
	const kinds = whisper ? ['Acoustic'] : trainingKinds(locale).filter((kind) => kind !== other);
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

/** @param {Planned} one */
function isWhisper({ displayName }) {
	return displayName.includes('Whisper');
}

/** @param {Planned} one */
function isWhisperLarge({ displayName }) {
	return displayName.endsWith('Whisper Large V2');
}

/**
 * An endpoint on a custom model that can have one, every seventh on a base model.
 * @param {ReturnType<typeof planner>} plan
 * @param {number} index
 * @param {{ baseModels: Planned[], models: Planned[] }} have
 * @returns {Planned}
 */
function endpointAt(plan, index, { baseModels, models }) {
	const base = plan('endpoint', index, 1);
	const whisper = new Set(baseModels.filter(isWhisper).map(({ id }) => id));
	const choice = (index % 7 === 3 ? baseModels : models).filter(
		({ id, baseModel, locale }) =>
			locale === base.locale && !whisper.has(id) && !whisper.has(baseModel),
	);
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
 * @param {ReturnType<typeof planner>} plan
 * @param {number} index
 * @param {{ models: Planned[], datasets: Planned[] }} have
 * @returns {Planned}
 */
function evaluationAt(plan, index, { models, datasets }) {
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

/** @param {Planned} one */
function dayAfter({ createdDateTime }) {
	return new Date(Date.parse(createdDateTime) + DAY).toISOString();
}

module.exports = { largeAt };
