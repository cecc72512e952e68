'use strict';

const { isoSeconds } = require('../time/quarter.js');
const { scoreSheets } = require('../scoring/scoreSheets.js');
const { lastActionAt, statusOf } = require('../time/job.js');
const { datasetReport } = require('./datasetReport.js');
const { tellsLexical } = require('./features.js');
const { modelView } = require('./model.js');
const { contentUrl } = require('./sas.js');
const { scoreFile } = require('./scoreFile.js');
const { stableId } = require('./stableId.js');
const { apiUrl } = require('./urls.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {'datasets' | 'models' | 'evaluations'} WithFiles
 *
 * @typedef {object} EmulatedFile
 * @property {string} id
 * @property {string} name
 * @property {string} kind
 * @property {() => number} size
 * @property {() => Buffer | import('node:stream').Readable} open
 */

/** @type {Record<string, [string, string]>} */
const DATA_FILES = {
	Language: ['language_data.txt', 'LanguageData'],
	LanguageMarkdown: ['language_data.md', 'LanguageData'],
	Pronunciation: ['pronunciation.txt', 'PronunciationData'],
	Acoustic: ['audio.zip', 'AcousticDataArchive'],
	AudioFiles: ['audio.zip', 'AcousticDataArchive'],
	OutputFormatting: ['rules.md', 'OutputFormattingData'],
};

/**
 * The files of an entity; there are none before its job is over.
 * @param {WithFiles} collection
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 * @returns {EmulatedFile[]}
 */
function filesOf(collection, record, ctx) {
	const status = statusOf(record, ctx.now);
	if (status !== 'Succeeded' && status !== 'Failed') return [];
	if (collection === 'datasets') return datasetFiles(record, ctx);
	if (collection === 'evaluations') return status === 'Succeeded' ? scoreFilesOf(record, ctx) : [];
	const report = () => Buffer.from(JSON.stringify(modelView(record, ctx).properties, null, 2));
	return [madeFile(record, 'report.json', 'ModelReport', report)];
}

/**
 * One file per audio file and model, the two of an audio file side by side.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 * @returns {EmulatedFile[]}
 */
function scoreFilesOf(record, ctx) {
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
 * @param {EntityRecord} record
 * @param {string} name of the reference
 * @param {ViewContext} ctx
 */
function modelTellsLexical(record, name, ctx) {
	const link = /** @type {import('../types.js').Link | undefined} */ (record.refs[name]);
	const model = link && ctx.service.store.get(link.collection, link.id);
	return !model || tellsLexical(model, ctx);
}

/**
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 * @returns {EmulatedFile[]}
 */
function datasetFiles(record, ctx) {
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
 * @param {EntityRecord} record
 * @param {string} name
 * @param {string} kind
 * @param {() => Buffer} content
 * @returns {EmulatedFile}
 */
function madeFile(record, name, kind, content) {
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
 * @param {EntityRecord} record
 * @param {EmulatedFile} file
 * @param {ViewContext} ctx
 */
function fileCard(record, file, ctx) {
	return {
		name: file.name,
		kind: file.kind,
		createdDateTime: isoSeconds(lastActionAt(record, ctx.now)),
		file,
	};
}

/**
 * A file as the API shows it.
 * @param {WithFiles} collection
 * @param {EntityRecord} record
 * @param {EmulatedFile} file
 * @param {ViewContext} ctx
 * @param {number} [minutes] life of the link
 */
function fileView(collection, record, file, ctx, minutes) {
	return {
		self: apiUrl(ctx, `/${collection}/${record.id}/files/${file.id}`),
		name: file.name,
		kind: file.kind,
		links: { contentUrl: contentUrl(ctx, [collection, record.id, file.name], minutes) },
		properties: { size: file.size() },
		createdDateTime: isoSeconds(lastActionAt(record, ctx.now)),
	};
}

module.exports = { filesOf, fileCard, fileView };
