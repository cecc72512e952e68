import { isAudioKind } from '../speech/audioKinds';
import { kindName } from '../speech/datasetKinds';
import { untilDay, utcDay } from '../speech/dates';
import { supportsEndpoints } from '../speech/endpointSupport';
import type { BaseModel, CustomModel, Dataset, Endpoint, Entity } from '../speech/entities';
import { hasPassed, isExpired } from '../speech/expiry';
import { cleanText } from '../speech/text';
import { isTrainable } from './listOrder';

/** What a person needs to tell entities apart in a list: name first, then locale, state and the date that matters. */

/** So wide an entry is seen in a panel of n8n's own width, in pixels; the rest is cut off. */
const ROOM = 340;
/** As short as this a name can still be recognized. */
const SHORTEST_NAME = 90;
/** How wide characters are in n8n's font, at least: those of a kind are measured as the widest of them. */
const WIDTHS: Array<[RegExp, number]> = [
	[/[ .,·:;'|ilj!()[\]]/, 3.4],
	[/[-ftr]/, 4.8],
	[/[mwMW@%…]/, 10.5],
	[/[A-Z]/, 8.4],
	[/[\u1100-\u11ff\u2e80-\uffdc]/, 12],
];
const USUAL_WIDTH = 7;
const SEPARATOR = ' · ';

interface Named {
	displayName: string;
	locale?: string;
}

type Fact = string | null | undefined | false;

/** `Retail en-US · usable until 2028-10-15`, or `expired on` that day. */
export function modelLabel(model: CustomModel, now = Date.now()): string {
	const { status, properties } = model;
	const lastMoment = properties?.deprecationDates?.transcriptionDateTime;
	const until = untilDay(lastMoment);
	const use = isExpired(model, now)
		? `expired on ${utcDay(lastMoment)}`
		: until && `usable ${until}`;
	return label(model, [unlessSucceeded(status), use]);
}

/** `20260912 · en-US · trainable until 2027-10-15 · text, audio`; of the past `no longer trainable`, of Whisper `no endpoints`. */
export function baseModelLabel(base: BaseModel, now = Date.now()): string {
	const { status, properties } = base;
	const canTrain = isTrainable(base, now);
	return label(
		base,
		[unlessSucceeded(status), trainingWords(base, now)],
		[
			isExpired(base, now) && 'expired',
			canTrain && dataWords(properties?.features),
			canTrain && supportsEndpoints(base) === false && 'no endpoints',
		],
	);
}

function trainingWords(base: BaseModel, now: number): string {
	const { adaptationDateTime } = base.properties?.deprecationDates ?? {};
	if (isTrainable(base, now)) return `trainable ${untilDay(adaptationDateTime)}`;
	return hasPassed(adaptationDateTime, now) ? 'no longer trainable' : 'not trainable';
}

/** `text, audio`: a list is too narrow for the kinds' own names. */
function dataWords(features?: { supportsAdaptationsWith?: string[] } | null): string {
	const kinds = features?.supportsAdaptationsWith ?? [];
	const words = [
		kinds.some((kind) => !isAudioKind(kind)) && 'text',
		kinds.some(isAudioKind) && 'audio',
	];
	return words.filter(Boolean).join(', ');
}

/** `Product names · en-US · Failed · Plain Text`: the kind is last, since the names of some are longer than the name. */
export function datasetLabel(dataset: Dataset): string {
	return label(dataset, [unlessSucceeded(dataset.status)], [kindName(dataset.kind)]);
}

/** `Retail live · en-US · Running` */
export function endpointLabel(endpoint: Endpoint): string {
	return label(endpoint, [unlessSucceeded(endpoint.status)]);
}

/** `Retail test · en-US · 2026-11-01`, with its status unless it has succeeded. */
export function datedLabel(entity: Entity): string {
	return label(entity, [utcDay(entity.createdDateTime), unlessSucceeded(entity.status)]);
}

function unlessSucceeded(status: string | undefined): string | undefined {
	return status === 'Succeeded' ? undefined : status;
}

/**
 * Name, locale unless the name holds it, and what else is known.
 *
 * @param facts to be seen whole, so that a long name gives way to them
 * @param rest may be cut off
 */
function label({ displayName, locale }: Named, facts: Fact[], rest: Fact[] = []): string {
	const name = cleanText(displayName);
	const before = (seen: string[]) => [fitted(name, seen), ...seen];
	const short = before(textsOf(facts));
	const isSaid = !locale || holds(short[0], locale);
	const parts = isSaid ? short : before(textsOf([locale, ...facts]));
	return [...parts, ...textsOf(rest)].join(SEPARATOR);
}

function textsOf(facts: Fact[]): string[] {
	return facts.filter((fact): fact is string => Boolean(fact)).map((fact) => cleanText(fact));
}

/** The name without its middle, when what follows it would be cut off: names often differ at the end. */
function fitted(name: string, facts: string[]): string {
	const room = Math.max(SHORTEST_NAME, ROOM - widthOf(['', ...facts].join(SEPARATOR)));
	if (widthOf(name) <= room) return name;
	const left = room - widthOf('…');
	const end = upTo(left * 0.15, [...name].reverse())
		.reverse()
		.join('');
	const start = upTo(left - widthOf(end), [...name]).join('');
	return `${start.trim()}…${end.trim()}`;
}

/** As many characters from the first on as there is room for. */
function upTo(room: number, characters: string[]): string[] {
	let left = room;
	const end = characters.findIndex((one) => (left -= widthOf(one)) < 0);
	return end < 0 ? characters : characters.slice(0, end);
}

function widthOf(text: string): number {
	const widths = [...text].map(
		(one) => WIDTHS.find(([kind]) => kind.test(one))?.[1] ?? USUAL_WIDTH,
	);
	return widths.reduce((sum, width) => sum + width, 0);
}

/** Whether a text holds a locale, however its parts are joined. */
function holds(text: string, locale: string): boolean {
	const joined = `-${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-`;
	return joined.includes(`-${locale.toLowerCase()}-`);
}
