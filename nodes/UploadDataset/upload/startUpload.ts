import { readBlocks } from '../../shared/api/blocks';
import type { SpeechClient } from '../../shared/api/client';
import { allOf, equals } from '../../shared/api/filter';
import { lookFor } from '../../shared/api/lookFor';
import type { Block } from '../../shared/api/shapes';
import { startOnce, type OncePlan } from '../../shared/api/startOnce';
import { CONTENT_PROPERTY, MOST_PROPERTIES } from '../../shared/speech/customProperties';
import { newestFirst } from '../../shared/speech/dates';
import type { Dataset, Project } from '../../shared/speech/entities';
import { holdsFingerprint, markedFingerprint, twinOf } from '../../shared/speech/fingerprint';
import { InputError } from '../../shared/speech/inputError';
import { sameLocale } from '../../shared/speech/locale';
import { idOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
import { isOwn, markOf, type StartMark, type Twin } from '../../shared/speech/twins';
import { SHORT_AUDIO_PROPERTY } from '../../shared/speech/shortAudio';
import { quoted } from '../../shared/speech/text';
import type { UploadPlan } from '../plan/uploadPlan';

/** A dataset that stands for the content of a plan. */
export interface StartedUpload {
	dataset: Dataset;
	/** Whether it was there before and complete, so that nothing is sent. */
	reused: boolean;
	/** The blocks it already has; null when it needs none. */
	blocks: Block[] | null;
	/** What was given up of a dataset made twice at once. */
	twin: Twin | null;
}

/**
 * Makes the dataset unless one of the same content, kind and locale is there; the tries of one run make it only once.
 * One whose upload was interrupted is given back with the blocks it has.
 *
 * @param run Equal for all tries of one run, different for every other run.
 * @returns what is to be asked for once all items have made theirs.
 * @throws InputError when it exists and the person chose to fail then.
 */
export async function startUpload(
	client: SpeechClient,
	plan: UploadPlan,
	project: Project | null,
	run: string,
): Promise<() => Promise<StartedUpload>> {
	const { content } = plan;
	const ifThere = plan.settings.ifAlreadyUploaded;
	const mark = markOfUpload(plan, run);
	const wanted = sameDatasets(plan, mark);
	const before = await lookFor<Dataset>(client, wanted)();
	const unfinished = 'url' in content ? [] : await withoutContent(client, before);
	const start = { mark, property: CONTENT_PROPERTY };
	const isDone = before.some((dataset) => isComplete(dataset, unfinished));
	const isToResume = ifThere !== 'again' && !isDone;
	const settle = await startOnce<Dataset>(
		client,
		{
			...start,
			wanted,
			locale: plan.settings.locale,
			isUsable: (dataset) =>
				isComplete(dataset, unfinished) ||
				(stateOf(dataset) !== 'failed' && (isToResume || isOwnOrTwin(dataset, start))),
			// What waits for its content is no reason to fail: it is what this run is to bring.
			ifThere: isToResume && unfinished.length > 0 ? 'use' : ifThere,
			post: async () =>
				await client.post<Dataset>('datasets', requestBody(client, plan, project, mark)),
			alreadyThere,
		},
		before,
	);
	return async () => {
		const { entity: dataset, reused, twin } = await settle();
		const started = { dataset, twin };
		if ('url' in content) return { ...started, reused, blocks: null };
		const isNew = !before.some((other) => idOf(other) === idOf(dataset));
		if (isNew && !reused) return { ...started, reused, blocks: [] };
		const [open] = await withoutContent(client, [dataset]);
		return { ...started, reused: reused && !open, blocks: open?.blocks ?? null };
	};
}

/** What this run is to fill, and what is left of one it has given up. */
function isOwnOrTwin(dataset: Dataset, start: StartMark): boolean {
	return isOwn(dataset, start) || twinOf(markOf(dataset, start)) !== null;
}

function markOfUpload({ fingerprint, content, settings }: UploadPlan, run: string): string {
	return fingerprint === null
		? markOfUnknown(content, run)
		: markedFingerprint(fingerprint, run, settings.ifAlreadyUploaded === 'again');
}

/** What tells the tries of one run apart that bring different contents of which nothing is known but the address. */
function markOfUnknown(content: UploadPlan['content'], run: string): string {
	return markedFingerprint('unknown', JSON.stringify([run, 'url' in content && content.url]));
}

type Unfinished = { dataset: Dataset; blocks: Block[] };

function isComplete(dataset: Dataset, unfinished: Unfinished[]): boolean {
	const isUnfinished = unfinished.some((other) => idOf(other.dataset) === idOf(dataset));
	return stateOf(dataset) !== 'failed' && !isUnfinished;
}

function sameDatasets(
	{ kind, fingerprint, settings }: UploadPlan,
	mark: string,
): OncePlan<Dataset>['wanted'] {
	const { locale, textNormalization } = settings;
	return {
		collection: 'datasets',
		query: { filter: allOf(equals('kind', kind), equals('locale', locale)) },
		isSame: (dataset) => {
			const property = markOf(dataset, { property: CONTENT_PROPERTY });
			// Of an unknown content only this very run can tell that it is the same.
			const isSame =
				fingerprint === null ? property === mark : holdsFingerprint(property, fingerprint);
			const normalized = dataset.properties?.textNormalizationKind ?? 'Default';
			return (
				isSame &&
				dataset.kind === kind &&
				sameLocale(dataset.locale, locale) &&
				normalized === (textNormalization ?? 'Default')
			);
		},
		traces: [fingerprint ?? mark],
	};
}

/** Those that still wait for their content, newest first: its blocks are the least likely to be gone. */
async function withoutContent(client: SpeechClient, datasets: Dataset[]): Promise<Unfinished[]> {
	const unfinished: Unfinished[] = [];
	const waiting = datasets.filter(({ status }) => status === 'NotStarted').sort(newestFirst);
	for (const dataset of waiting) {
		const { committed, uncommitted } = await readBlocks(client, idOf(dataset));
		if (committed.length === 0) unfinished.push({ dataset, blocks: uncommitted });
	}
	return unfinished;
}

function requestBody(
	client: SpeechClient,
	{ displayName, kind, content, settings, inspection }: UploadPlan,
	project: Project | null,
	mark: string,
): object {
	const { locale, description, customProperties, textNormalization } = settings;
	return {
		displayName,
		kind,
		locale,
		customProperties: {
			...customProperties,
			[CONTENT_PROPERTY]: mark,
			...shortAudioProperty(customProperties, inspection?.shortAudioFiles ?? null),
		},
		...('url' in content && { contentUrl: content.url }),
		...(description && { description }),
		...(project && { project: client.reference('projects', idOf(project)) }),
		...(textNormalization && { properties: { textNormalizationKind: textNormalization } }),
	};
}

/** Train Model reads it; a person's own properties go first when there is no room for both. */
function shortAudioProperty(own: Record<string, string>, count: number | null) {
	const hasRoom = Object.keys(own).length < MOST_PROPERTIES - 1;
	return count !== null && hasRoom ? { [SHORT_AUDIO_PROPERTY]: String(count) } : {};
}

function alreadyThere(dataset: Dataset): InputError {
	return new InputError(
		`A dataset with the same content already exists: ${quoted(dataset.displayName)} (${idOf(dataset)}).`,
		"Set 'If Already Uploaded' to Reuse Existing or Upload Again, or upload something else.",
	);
}
