import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { SpeechClient } from '../api/client';
import { equals } from '../api/filter';
import { readTexts } from '../api/shapes';
import { ownLink } from '../api/urls';
import type {
	BaseModel,
	CustomModel,
	Dataset,
	Endpoint,
	Entity,
	Evaluation,
	Project,
} from '../speech/entities';
import { InputError } from '../speech/inputError';
import { localeNames } from '../speech/localeNames';
import { COLLECTION_PATHS, idOf } from '../speech/references';
import { LISTENING_KINDS } from '../speech/testDataset';
import { localeOfChoice, localeOfField } from './chosenLocale';
import { connectForList } from './connect';
import { keptList } from './keptLists';
import { matching, shown, wordsOf, type FoundBy } from './listFilter';
import { localesInUse } from './localesInUse';
import { checkHasProjects } from './projectOption';
import { baseModelLabel, datasetLabel, datedLabel, endpointLabel, modelLabel } from './listLabels';
import { byStatus, byTraining, byUse, fittingFirst, inOrder, type Rank } from './listOrder';
import { toNodeError } from './nodeErrors';
import { readInTime } from './readInTime';

/** What n8n asks for the entries of a list: what was typed, and where to go on. */
export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Entries shown before a person scrolls on. */
const AT_ONCE = 100;

interface ListOf<T> {
	path: string;
	labelOf: (entity: T, now: number) => string;
	rank: Rank<T>;
	isOffered?: (entity: T) => boolean;
	/** Whether only the locale of what the node trains from fits, where it has no field for the locale. */
	isByChoice?: boolean;
}

/** The searches behind every list of the nodes. */
export const searches = {
	searchModels: entitySearch<CustomModel>({
		path: COLLECTION_PATHS.models,
		labelOf: modelLabel,
		rank: byUse,
	}),
	searchBaseModels: entitySearch<BaseModel>({
		path: COLLECTION_PATHS.baseModels,
		labelOf: baseModelLabel,
		rank: byTraining,
		isByChoice: true,
	}),
	searchDatasets: entitySearch<Dataset>({
		path: COLLECTION_PATHS.datasets,
		labelOf: datasetLabel,
		rank: byStatus,
	}),
	searchTestDatasets: entitySearch<Dataset>({
		path: COLLECTION_PATHS.datasets,
		labelOf: datasetLabel,
		rank: byStatus,
		isOffered: ({ kind }) => LISTENING_KINDS.includes(kind),
	}),
	searchEndpoints: entitySearch<Endpoint>({
		path: COLLECTION_PATHS.endpoints,
		labelOf: endpointLabel,
		rank: byStatus,
	}),
	searchEvaluations: entitySearch<Evaluation>({
		path: COLLECTION_PATHS.evaluations,
		labelOf: datedLabel,
		rank: byStatus,
	}),
	searchProjects: entitySearch<Project>({
		path: COLLECTION_PATHS.projects,
		labelOf: datedLabel,
		rank: byStatus,
	}),
	searchLocales,
} satisfies Record<string, Search>;

function entitySearch<T extends Entity>(list: ListOf<T>): Search {
	return async function (filter, paginationToken) {
		return await readable(this, async (client) => {
			const { connection } = client;
			if (list.path === COLLECTION_PATHS.projects) checkHasProjects(connection.apiVersion);
			const start = startOf(client, paginationToken);
			const condition = await localeCondition(this, client, list);
			const secrets = await this.getCredentials(connection.credentialType);
			const facts = [connection, secrets, list.path, list.isOffered !== undefined, condition];
			const isOpening = !filter && paginationToken === undefined;
			const entries = await keptList(facts, isOpening, async () => {
				const now = Date.now();
				const entities = await readInTime<T>(client, list.path, condition);
				const offered = entities.filter(list.isOffered ?? (() => true));
				const ordered = inOrder(offered, await rankOf(client, list, offered), now);
				const names = localeNames();
				return ordered.map((entity) => ({
					name: list.labelOf(entity, now),
					value: idOf(entity),
					words: wordsOf(entity, names),
				}));
			});
			return slice(matching(entries, filter), start);
		});
	};
}

async function searchLocales(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await readable(this, async (client) => {
		const { body } = await client.send<string[]>({
			method: 'GET',
			path: '/models/locales',
			read: readTexts,
			policy: 'listInEditor',
		});
		const { labelOf, wordsOf: words } = localeNames();
		const entries = body
			.map((locale) => ({ name: labelOf(locale), value: locale, words: words(locale) }))
			.sort((one, other) => one.name.localeCompare(other.name));
		return { results: matching(entries, filter).map(shown) };
	});
}

/** Runs a search; what goes wrong is shown in the list itself, so it must read as a sentence. */
async function readable(
	context: ILoadOptionsFunctions,
	search: (client: SpeechClient) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	try {
		return await search(await connectForList(context));
	} catch (thrown) {
		throw toNodeError(context.getNode(), thrown);
	}
}

/** Where no locale can be known yet, what fits the locales the resource has comes first. */
async function rankOf<T extends Entity>(
	client: SpeechClient,
	{ rank, isByChoice = false }: ListOf<T>,
	offered: T[],
): Promise<Rank<T>> {
	const locales = new Set(offered.map(({ locale }) => locale));
	return isByChoice && locales.size > 1 ? fittingFirst(rank, await localesInUse(client)) : rank;
}

/** Where a list goes on: n8n hands back the token of the part before, which was a link in older versions. */
function startOf({ connection }: SpeechClient, token: string | undefined): number {
	if (token === undefined || /^\d{1,9}$/.test(token)) return Number(token ?? 0);
	ownLink(connection, token);
	throw new InputError('The list cannot continue from there.', 'Close the list and open it again.');
}

function slice(entries: FoundBy[], start: number): INodeListSearchResult {
	const end = start + AT_ONCE;
	const more = end < entries.length && { paginationToken: String(end) };
	return { results: entries.slice(start, end).map(shown), ...more };
}

/** Once the node has a locale, its lists show only what fits it. */
async function localeCondition(
	context: ILoadOptionsFunctions,
	client: SpeechClient,
	{ isByChoice = false }: Pick<ListOf<never>, 'isByChoice'>,
): Promise<string | null> {
	const typed = localeOfField(context);
	const locale = typed ?? (isByChoice ? await localeOfChoice(context, client) : null);
	return locale && equals('locale', locale);
}
