import { isoSeconds } from '../time/quarter.mts';
import { scoreSheets } from '../scoring/scoreSheets.mts';
import { lastActionAt, statusOf } from '../time/job.mts';
import { datasetReport } from './datasetReport.mts';
import { tellsLexical } from './features.mts';
import { modelView } from './model.mts';
import { contentUrl } from './sas.mts';
import { scoreFile } from './scoreFile.mts';
import { stableId } from './stableId.mts';
import { apiUrl } from './urls.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type ViewContext = import('../types.mts').ViewContext;

export type WithFiles = 'datasets' | 'models' | 'evaluations';

export interface EmulatedFile {
	id: string;
	name: string;
	kind: string;
	size: () => number;
	open: () => Buffer | import('node:stream').Readable;
}

/** @type {Record<string, [string, string]>} */
const DATA_FILES: Record<string, [string, string]> = {
	Language: ['language_data.txt', 'LanguageData'],
	LanguageMarkdown: ['language_data.md', 'LanguageData'],
	Pronunciation: ['pronunciation.txt', 'PronunciationData'],
	Acoustic: ['audio.zip', 'AcousticDataArchive'],
	AudioFiles: ['audio.zip', 'AcousticDataArchive'],
	OutputFormatting: ['rules.md', 'OutputFormattingData'],
};

/**
 * The files of an entity; there are none before its job is over.
 */
function filesOf(collection: WithFiles, record: EntityRecord, ctx: ViewContext): EmulatedFile[] {
	const status = statusOf(record, ctx.now);
	if (status !== 'Succeeded' && status !== 'Failed') return [];
	if (collection === 'datasets') return datasetFiles(record, ctx);
	if (collection === 'evaluations') return status === 'Succeeded' ? scoreFilesOf(record, ctx) : [];
	const report = () => Buffer.from(JSON.stringify(modelView(record, ctx).properties, null, 2));
	return [madeFile(record, 'report.json', 'ModelReport', report)];
}

/**
 * One file per audio file and model, the two of an audio file side by side.
 */
function scoreFilesOf(record: EntityRecord, ctx: ViewContext): EmulatedFile[] {
	const { scoreFiles: tells } = ctx.service.quirks;
	if (tells === 'absent') return [];
	const [one, two] = scoreSheets(record, ctx).map(({ recognitions }) => recognitions);
	const measured = record.inner.measured !== false;
	const lexical = ['model1', 'model2'].map(
		(name) => tells !== 'displayOnly' && modelTellsLexical(record, name, ctx),
	);
	return one.flatMap((first, index) =>
		[first, two[index]].map((recognition, which) =>
			madeFile(
				record,
				`${recognition.audio}.model${which + 1}_score.json`,
				'EvaluationDetails',
				() =>
					scoreFile(recognition, record.fields.locale, {
						tells,
						measured,
						lexical: lexical[which],
					}),
			),
		),
	);
}

/**
 * @param name of the reference
 */
function modelTellsLexical(record: EntityRecord, name: string, ctx: ViewContext) {
	const link = record.refs[name] as import('../types.mts').Link | undefined;
	const model = link && ctx.service.store.get(link.collection, link.id);
	return !model || tellsLexical(model, ctx);
}

function datasetFiles(record: EntityRecord, ctx: ViewContext): EmulatedFile[] {
	const { blobs, quirks } = ctx.service;
	const [name, kind] = DATA_FILES[record.fields.kind] ?? ['data.bin', 'LanguageData'];
	const report = madeFile(record, 'report.json', 'DatasetReport', () => datasetReport(record, ctx));
	const data = blobs.has(record.id)
		? {
				...madeFile(record, name, kind, () => Buffer.alloc(0)),
				size: () => blobs.size(record.id) ?? 0,
				open: () => blobs.stream(record.id),
			}
		: madeFile(record, name, kind, () => Buffer.from('(content not read)\n'));
	return quirks.datasetReport === 'absent' ? [data] : [report, data];
}

/**
 * A file whose content is made when it is asked for.
 */
function madeFile(
	record: EntityRecord,
	name: string,
	kind: string,
	content: () => Buffer,
): EmulatedFile {
	return {
		// Only when it is asked for: a list of thousands of files shows a hundred.
		get id() {
			return stableId(`${record.id}/${name}`);
		},
		name,
		kind,
		size: () => content().length,
		open: content,
	};
}

/**
 * What a filter can ask of a file.
 */
function fileCard(record: EntityRecord, file: EmulatedFile, ctx: ViewContext) {
	return {
		name: file.name,
		kind: file.kind,
		createdDateTime: isoSeconds(lastActionAt(record, ctx.now)),
		file,
	};
}

/**
 * A file as the API shows it.
 * @param minutes life of the link
 */
function fileView(
	collection: WithFiles,
	record: EntityRecord,
	file: EmulatedFile,
	ctx: ViewContext,
	minutes?: number,
) {
	return {
		self: apiUrl(ctx, `/${collection}/${record.id}/files/${file.id}`),
		name: file.name,
		kind: file.kind,
		links: { contentUrl: contentUrl(ctx, [collection, record.id, file.name], minutes) },
		properties: { size: file.size() },
		createdDateTime: isoSeconds(lastActionAt(record, ctx.now)),
	};
}

export { filesOf, fileCard, fileView };
