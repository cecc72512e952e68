import { toMillis, toUtcIso } from '../speech/dates';
import type { Entity } from '../speech/entities';
import { COLLECTION_LABELS, COLLECTION_PATHS, idOf } from '../speech/references';
import { quoted } from '../speech/text';
import {
	judgeTwins,
	twinSentence,
	type Claim,
	type StartedCollection,
	type Twin,
} from '../speech/twins';
import { cancelSignal } from './cancel';
import type { SpeechClient } from './client';
import { allOf, equals } from './filter';
import { pause } from './pause';
import { giveUp, referenceSearch, removeTwin, type ReferenceSearch } from './removeTwin';
import { ServiceError } from './serviceError';

/**
 * Pauses before the looks, in milliseconds. Dates are exact to the second: only a list read more than a second after the
 * start is sure to hold all that were made in that second, so that all executions see the same oldest one.
 */
const LOOK_AFTER_MS = [1_200, 2_000, 2_000, 4_000];
/** Only what was made about then can be a twin; a day is more than any clock or list is late. */
const LISTED_SINCE_MS = 86_400_000;

/** What all executions take that have started the same at once. */
export interface Settled<T> {
	entity: T;
	/** Whether it was there before or another execution has started it. */
	reused: boolean;
	/** What this run has given up for it; null for nothing. */
	twin: Twin | null;
}

/** Where it is looked whether others have started the same. */
export interface Place {
	collection: StartedCollection;
	locale: string;
}

/** Reads the list of a place; all that ask in one look get the same answer. */
type Look = <T extends Entity>() => Promise<T[]>;

/** Something that was started and has not been compared with the list yet. */
interface Unsettled {
	place: Place;
	/** What was made; null when the answer that tells it was lost. */
	made: () => Entity | null;
	settle: (look: Look, search: ReferenceSearch) => Promise<void>;
}

interface Agenda {
	unsettled: Unsettled[];
	/** Twins that earlier runs have left, by id. */
	leftovers: Map<string, { collection: StartedCollection; entity: Entity }>;
	looks: number;
}

/** What is left to do at the end of the starts of a run; a run's client stands for the run. */
const agendas = new WeakMap<SpeechClient, Agenda>();

function agendaOf(client: SpeechClient): Agenda {
	const agenda = agendas.get(client) ?? { unsettled: [], leftovers: new Map(), looks: 0 };
	agendas.set(client, agenda);
	return agenda;
}

/** A start that is watched for twins. */
export interface Watched<T> {
	/** To be told what was made. */
	made: (entity: T) => void;
	/** What became of it once all starts of the run are settled; null when the list tells nothing of it. */
	settled: () => Promise<Settled<T> | null>;
}

/** Notes a start, so that all starts of a run are compared with the list together. To be called before the request. */
export function watchTwins<T extends Entity>(
	client: SpeechClient,
	place: Place,
	claim: Claim<T>,
): Watched<T> {
	let made: T | null = null;
	let settled: Settled<T> | null = null;
	agendaOf(client).unsettled.push({
		place,
		made: () => made,
		settle: async (look, search) => {
			settled = await settle(client, place, claim, await look<T>(), search);
		},
	});
	return {
		made: (entity) => {
			made = entity;
		},
		settled: async () => {
			await settleTwins(client);
			return settled;
		},
	};
}

/** Notes twins that earlier runs have left, to be deleted once this run has started everything. */
export function noteLeftovers(
	client: SpeechClient,
	collection: StartedCollection,
	twins: Entity[],
): void {
	const { leftovers } = agendaOf(client);
	for (const entity of twins) leftovers.set(idOf(entity), { collection, entity });
}

/**
 * Compares what this run has started with what is listed by now: one list for each place, however much was started.
 * Nothing that goes wrong with it fails an item, for all of them have what they asked for.
 *
 * @throws when the execution is cancelled.
 */
export async function settleTwins(client: SpeechClient): Promise<void> {
	const { unsettled, leftovers } = agendaOf(client);
	const search = referenceSearch(client);
	const places = new Map<string, Unsettled[]>();
	for (const one of unsettled.splice(0)) {
		const name = JSON.stringify([one.place.collection, one.place.locale]);
		places.set(name, [...(places.get(name) ?? []), one]);
	}
	for (const group of places.values()) {
		const fault = await settleGroup(client, group, search).catch(asFault);
		if (fault) client.remarkOnce(untold(fault));
	}
	const left = [...leftovers.values()];
	leftovers.clear();
	for (const { collection, entity } of left) {
		const isGone = await removeTwin(client, collection, idOf(entity), search);
		if (isGone) client.remarkOnce(leftoverText(collection, entity));
	}
}

async function settleGroup(
	client: SpeechClient,
	group: Unsettled[],
	search: ReferenceSearch,
): Promise<void> {
	// What has not even answered whether it made something is not asked once more.
	if (group.every((one) => one.made() === null)) return;
	const look = await lookAt(client, group);
	for (const one of group) await one.settle(look, search);
}

function asFault(thrown: unknown): ServiceError {
	if (thrown instanceof ServiceError) return thrown;
	throw thrown;
}

/** Looks until everything made is listed. When that takes more than one look the list is late, and one more is taken. */
async function lookAt(client: SpeechClient, group: Unsettled[]): Promise<Look> {
	const made = group.flatMap((one) => one.made() ?? []);
	const [first, ...later] = LOOK_AFTER_MS;
	let look = await nextCheck(client, group[0].place, made, first);
	let wasShown = true;
	for (const delay of later) {
		const listed = new Set((await look()).map(idOf));
		const isShown = made.every((entity) => listed.has(idOf(entity)));
		if (isShown && wasShown) break;
		wasShown = isShown;
		look = await nextCheck(client, group[0].place, made, delay);
	}
	return look;
}

async function nextCheck(
	client: SpeechClient,
	{ collection, locale }: Place,
	made: Entity[],
	delay: number,
): Promise<Look> {
	await pause(delay, cancelSignal(client.context));
	const path = COLLECTION_PATHS[collection];
	const filter = allOf(equals('locale', locale), madeSince(made));
	const key = `look ${agendaOf(client).looks++} at ${path}`;
	return async <T extends Entity>() =>
		await client.once<T[]>(key, async () => await client.list<T>(path, { filter }));
}

/** By the service's own dates, since its clock is not ours; nothing when one of them cannot be read. */
function madeSince(made: Entity[]): string | null {
	const moments = made.map(({ createdDateTime }) => toMillis(createdDateTime));
	const earliest = moments.includes(null) ? null : Math.min(...moments.map(Number));
	const since = earliest === null ? null : toUtcIso(earliest - LISTED_SINCE_MS);
	return since && `createdDateTime ge ${since}`;
}

/** What a run takes of all that was started at once; what it has made besides is given up. */
async function settle<T extends Entity>(
	client: SpeechClient,
	{ collection }: Place,
	claim: Claim<T>,
	listed: T[],
	search: ReferenceSearch,
): Promise<Settled<T> | null> {
	const verdict = judgeTwins(listed, claim);
	if (verdict === null) return null;
	const { oldest, mine, givenUp } = verdict;
	let twin: Twin | null = null;
	for (const entity of givenUp) {
		const task = async () => await giveUp(client, { collection, claim, entity, oldest }, search);
		twin = await client.once(`give up ${idOf(entity)}`, task);
		client.remarkOnce(twinSentence(twin));
	}
	return { entity: oldest, reused: !mine, twin };
}

function untold({ message }: ServiceError): string {
	return `The node could not check whether another execution started the same job at the same time: ${message}`;
}

function leftoverText(collection: StartedCollection, entity: Entity): string {
	const what = `${COLLECTION_LABELS[collection]} ${quoted(entity.displayName)} (${idOf(entity)})`;
	return `The ${what} was deleted. It was a duplicate from an earlier execution that started at the same time as another.`;
}
