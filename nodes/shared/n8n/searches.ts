import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { PageOf, SpeechClient } from '../api/client';
import { allOf, equals } from '../api/filter';
import { isTextList } from '../api/shapes';
import { toMillis } from '../speech/dates';
import type {
	BaseModel,
	CustomModel,
	Dataset,
	Endpoint,
	Entity,
	Evaluation,
	Project,
} from '../speech/entities';
import { normalizeLocale } from '../speech/locale';
import { COLLECTION_PATHS, idOf } from '../speech/references';
import { LISTENING_KINDS } from '../speech/testDataset';
import { connect } from './connect';
import { checkHasProjects } from './projectOption';
import { baseModelLabel, datasetLabel, datedLabel, endpointLabel, modelLabel } from './listLabels';
import { locatorValue } from './locatorValues';
import { toNodeError } from './nodeErrors';

/** What n8n asks for the entries of a list: what was typed, and where to go on. */
export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Pages read for one scroll of the list while nothing matches what was typed. */
const MOST_PAGES_AT_ONCE = 10;

/** The searches behind every list of the nodes. */
export const searches = {
	searchModels: entitySearch<CustomModel>(COLLECTION_PATHS.models, modelLabel),
	searchBaseModels: entitySearch<BaseModel>(
		COLLECTION_PATHS.baseModels,
		baseModelLabel,
		trainableFirst,
	),
	searchDatasets: entitySearch<Dataset>(COLLECTION_PATHS.datasets, datasetLabel),
	searchTestDatasets: entitySearch<Dataset>(
		COLLECTION_PATHS.datasets,
		datasetLabel,
		newestFirst,
		({ kind }) => LISTENING_KINDS.includes(kind),
	),
	searchEndpoints: entitySearch<Endpoint>(COLLECTION_PATHS.endpoints, endpointLabel),
	searchEvaluations: entitySearch<Evaluation>(COLLECTION_PATHS.evaluations, datedLabel),
	searchProjects: entitySearch<Project>(COLLECTION_PATHS.projects, datedLabel),
	searchLocales,
} satisfies Record<string, Search>;

function entitySearch<T extends Entity>(
	path: string,
	labelOf: (entity: T) => string,
	order: (one: T, other: T) => number = newestFirst,
	isOffered: (entity: T) => boolean = () => true,
): Search {
	return async function (filter, paginationToken) {
		return await readable(this, async (client) => {
			if (path === COLLECTION_PATHS.projects) checkHasProjects(client.connection.apiVersion);
			const query = { top: 100, filter: allOf(localeCondition(this)) };
			let next: string | null = paginationToken ?? client.url(path, query);
			const results: INodeListSearchItems[] = [];
			for (let pages = 0; next && results.length === 0 && pages < MOST_PAGES_AT_ONCE; pages++) {
				const page: PageOf<T> = await client.page<T>(next);
				const entities = page.values.filter(isOffered).sort(order);
				results.push(...entities.map((entity) => ({ name: labelOf(entity), value: idOf(entity) })));
				next = page.next;
				keepMatches(results, filter);
			}
			return { results, ...(next && { paginationToken: next }) };
		});
	};
}

async function searchLocales(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await readable(this, async (client) => {
		const { body } = await client.get<string[]>('/models/locales', isTextList);
		const results = body
			.map((locale) => ({ name: localeName(locale), value: locale }))
			.sort((one, other) => one.name.localeCompare(other.name));
		keepMatches(results, filter);
		return { results };
	});
}

/** Runs a search; what goes wrong is shown in the list itself, so it must read as a sentence. */
async function readable(
	context: ILoadOptionsFunctions,
	search: (client: SpeechClient) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	try {
		return await search(await connect(context));
	} catch (thrown) {
		throw toNodeError(context.getNode(), thrown);
	}
}

/** The service's filter has no "contains", so what was typed is matched here. */
function keepMatches(results: INodeListSearchItems[], filter = ''): void {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	const matches = results.filter(({ name, value }) =>
		// Part of an id would match many by chance.
		words.every((word) => name.toLowerCase().includes(word) || value === word),
	);
	results.splice(0, results.length, ...matches);
}

/** Once the node has a locale, its lists show only what fits it. */
function localeCondition(context: ILoadOptionsFunctions): string | null {
	const value = locatorValue(context.getCurrentNodeParameter('locale', { extractValue: false }));
	const locale = typeof value === 'string' ? normalizeLocale(value) : null;
	return locale && equals('locale', locale);
}

function newestFirst(one: Entity, other: Entity): number {
	return (other.createdDateTime ?? '').localeCompare(one.createdDateTime ?? '');
}

/** Base models are listed to train from, so those that cannot be come last. */
function trainableFirst(one: BaseModel, other: BaseModel): number {
	const isTrainable = ({ properties }: BaseModel) =>
		(toMillis(properties?.deprecationDates?.adaptationDateTime) ?? 0) > Date.now();
	return Number(isTrainable(other)) - Number(isTrainable(one)) || newestFirst(one, other);
}

function localeName(locale: string): string {
	// A name that is no language tag makes Intl throw; such a locale is shown as it is.
	const tag = normalizeLocale(locale);
	const name = tag && new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
	return name && name !== locale ? `${name} (${locale})` : locale;
}
