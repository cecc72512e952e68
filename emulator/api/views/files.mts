import type { Readable } from 'node:stream';
import type { DatasetKind, FileKind } from '../../../contract/types.d.ts';
import type {
	DatasetRecord,
	EvaluationRecord,
	ModelLink,
	ModelRecord,
	WorkRecord,
} from '../../domain/records.mts';
import { tellsLexical } from '../../domain/rules/features.mts';
import { scoresOf } from '../../domain/rules/scores.mts';
import { stableId } from '../../domain/stableId.mts';
import { lastActionAt, statusOf } from '../../domain/time/job.mts';
import type { ViewContext } from '../context.mts';
import { isoSeconds } from '../dates.mts';
import { datasetReport } from './datasetReport.mts';
import { modelView } from './model.mts';
import { contentUrl } from './sas.mts';
import { scoreFile } from './scoreFile.mts';
import { apiUrl } from './urls.mts';

export interface EmulatedFile {
	id: string;
	name: string;
	kind: FileKind;
	createdAt: number;
	size: () => number;
	open: () => Buffer | Readable;
}

/** The files of an entity, and how it stands. */
export interface FileList {
	id: string;
	status: string;
	files: EmulatedFile[];
}

export type CollectionWithFiles = 'datasets' | 'models' | 'evaluations';

const DATA_FILES: Record<DatasetKind, [string, FileKind]> = {
	Language: ['language_data.txt', 'LanguageData'],
	LanguageMarkdown: ['language_data.md', 'LanguageData'],
	Pronunciation: ['pronunciation.txt', 'PronunciationData'],
	Acoustic: ['audio.zip', 'AcousticDataArchive'],
	AudioFiles: ['audio.zip', 'AcousticDataArchive'],
	OutputFormatting: ['rules.md', 'OutputFormattingData'],
};

/**
 * The files of an entity, when it is there; it has none before its job is over.
 */
export function filesIn(
	collection: CollectionWithFiles,
	id: string,
	ctx: ViewContext,
): FileList | undefined {
	const { store } = ctx.service;
	switch (collection) {
		case 'datasets':
			return listOf(store.get('datasets', id), datasetFiles, ctx);
		case 'models':
			return listOf(store.get('models', id), modelFiles, ctx);
		case 'evaluations':
			return listOf(store.get('evaluations', id), scoreFiles, ctx);
	}
}

function listOf<R extends WorkRecord>(
	record: R | undefined,
	filesOf: (record: R, ctx: ViewContext) => EmulatedFile[],
	ctx: ViewContext,
): FileList | undefined {
	if (!record) return undefined;
	const status = statusOf(record, ctx.now);
	const over = status === 'Succeeded' || status === 'Failed';
	return { id: record.id, status, files: over ? filesOf(record, ctx) : [] };
}

function modelFiles(record: ModelRecord, ctx: ViewContext): EmulatedFile[] {
	const report = () => Buffer.from(JSON.stringify(modelView(record, ctx).properties, null, 2));
	return [madeFile(record, ctx, ['report.json', 'ModelReport'], report)];
}

/**
 * One file per audio file and model, the two of an audio file side by side.
 */
function scoreFiles(record: EvaluationRecord, ctx: ViewContext): EmulatedFile[] {
	const { scoreFiles: tells } = ctx.service.quirks;
	if (tells === 'absent' || statusOf(record, ctx.now) !== 'Succeeded') return [];
	const { locale } = record.fields;
	const { model1, model2 } = record.refs;
	const measured = record.measured !== false;
	const [one, two] = scoresOf(record, ctx).map(({ recognitions }) => recognitions);
	const lexical = [model1, model2].map(
		(link) => tells !== 'displayOnly' && modelTellsLexical(link, ctx),
	);
	return one.flatMap((first, index) =>
		[first, two[index]].map((recognition, which) => {
			const name = `${recognition.audio}.model${which + 1}_score.json`;
			const options = { tells, measured, lexical: lexical[which] };
			return madeFile(record, ctx, [name, 'EvaluationDetails'], () =>
				scoreFile(recognition, locale, options),
			);
		}),
	);
}

function modelTellsLexical(link: ModelLink | undefined, ctx: ViewContext) {
	const model = link && ctx.service.store.get(link.collection, link.id);
	return !model || tellsLexical(model, ctx);
}

function datasetFiles(record: DatasetRecord, ctx: ViewContext): EmulatedFile[] {
	const { blobs } = ctx.service;
	const report = datasetReport(record, ctx);
	const made = madeFile(record, ctx, DATA_FILES[record.fields.kind], () =>
		Buffer.from('(content not read)\n'),
	);
	if (blobs.has(record.id)) {
		made.size = () => blobs.size(record.id) ?? 0;
		made.open = () => blobs.stream(record.id);
	}
	return report ? [madeFile(record, ctx, ['report.json', 'DatasetReport'], report), made] : [made];
}

/**
 * A file whose content is made when it is asked for.
 */
function madeFile(
	record: WorkRecord,
	{ now }: ViewContext,
	[name, kind]: [string, FileKind],
	content: () => Buffer,
): EmulatedFile {
	return {
		// Only when it is asked for: a list of thousands of files shows a hundred.
		get id() {
			return stableId(`${record.id}/${name}`);
		},
		name,
		kind,
		createdAt: lastActionAt(record, now),
		size: () => content().length,
		open: content,
	};
}

/**
 * A file as the API shows it.
 * @param path of its entity: collection and id
 * @param minutes life of the link
 */
export function fileView(
	path: [CollectionWithFiles, string],
	file: EmulatedFile,
	ctx: ViewContext,
	minutes?: number,
) {
	return {
		self: apiUrl(ctx, `/${path.join('/')}/files/${file.id}`),
		name: file.name,
		kind: file.kind,
		links: { contentUrl: contentUrl(ctx, [...path, file.name], minutes) },
		properties: { size: file.size() },
		createdDateTime: isoSeconds(file.createdAt),
	};
}
