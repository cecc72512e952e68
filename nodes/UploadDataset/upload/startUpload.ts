import { readBlocks } from '../../shared/api/blocks';
import type { SpeechClient } from '../../shared/api/client';
import { allOf, equals } from '../../shared/api/filter';
import { lookFor } from '../../shared/api/lookFor';
import type { Block } from '../../shared/api/shapes';
import { startOnce } from '../../shared/api/startOnce';
import { CONTENT_PROPERTY, MOST_PROPERTIES } from '../../shared/speech/customProperties';
import { newestFirst } from '../../shared/speech/dates';
import type { Dataset, Project } from '../../shared/speech/entities';
import { holdsFingerprint, markedFingerprint } from '../../shared/speech/fingerprint';
import { InputError } from '../../shared/speech/inputError';
import { sameLocale } from '../../shared/speech/locale';
import { COLLECTION_PATHS, idOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
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
}

/**
 * Makes the dataset unless one of the same content, kind and locale is there; the tries of one run make it only once.
 * One whose upload was interrupted is given back with the blocks it has.
 *
 * @param run Equal for all tries of one run, different for every other run.
 * @throws InputError when it exists and the person chose to fail then.
 */
export async function startUpload(
	client: SpeechClient,
	plan: UploadPlan,
	project: Project | null,
	run: string,
): Promise<StartedUpload> {
	const { fingerprint, content, settings } = plan;
	const mark =
		fingerprint === null ? markOfUnknown(content, run) : markedFingerprint(fingerprint, run);
	const findSame = sameDatasets(client, plan, mark);
	const before = await findSame();
	const unfinished = 'url' in content ? [] : await withoutContent(client, before);
	const isOwn = ({ dataset }: Unfinished) => propertyOf(dataset) === mark;
	const isDone = before.some((dataset) => isComplete(dataset, unfinished));
	const resumed =
		unfinished.find(isOwn) ??
		(isDone || settings.ifAlreadyUploaded === 'again' ? undefined : unfinished[0]);
	if (resumed) return { ...resumed, reused: false };
	let known: Dataset[] | null = before;
	const { entity, reused } = await startOnce<Dataset>(client, {
		findSame: async () => {
			const same = known ?? (await findSame());
			known = null;
			return same;
		},
		isUsable: (dataset) => isComplete(dataset, unfinished),
		mark,
		markOf: propertyOf,
		ifThere: settings.ifAlreadyUploaded,
		post: async () =>
			await client.post<Dataset>('datasets', requestBody(client, plan, project, mark)),
		alreadyThere,
	});
	const isNew = !before.some((dataset) => idOf(dataset) === idOf(entity));
	return { dataset: entity, reused, blocks: isNew && !('url' in content) ? [] : null };
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
	client: SpeechClient,
	{ kind, fingerprint, settings }: UploadPlan,
	mark: string,
): () => Promise<Dataset[]> {
	const { locale, textNormalization } = settings;
	return lookFor<Dataset>(client, {
		path: COLLECTION_PATHS.datasets,
		query: { filter: allOf(equals('kind', kind), equals('locale', locale)) },
		isSame: (dataset) => {
			const property = propertyOf(dataset);
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
	});
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

function propertyOf({ customProperties }: Dataset): string | undefined {
	return customProperties?.[CONTENT_PROPERTY];
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
		`A dataset of the same content already exists: ${quoted(dataset.displayName)} (${idOf(dataset)}).`,
		"Set 'If Already Uploaded' to Use It or Upload Again, or upload something else.",
	);
}
