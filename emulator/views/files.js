'use strict';

const { isoSeconds } = require('../time/quarter.js');
const { lastActionAt, statusOf } = require('../time/job.js');
const { contentUrl } = require('./sas.js');
const { stableId } = require('./stableId.js');
const { apiUrl } = require('./urls.js');
const { views } = require('./views.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {'datasets' | 'models' | 'evaluations'} WithFiles
 * @typedef {{ id: string, name: string, kind: string, content: () => Buffer }} EmulatedFile
 */

/** @type {Record<string, [string, string]>} */
const DATA_FILES = {
	Language: ['data.txt', 'LanguageData'],
	LanguageMarkdown: ['data.md', 'LanguageData'],
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
	const report = () =>
		Buffer.from(JSON.stringify(views[collection](record, ctx).properties, null, 2));
	const file = (
		/** @type {string} */ name,
		/** @type {string} */ kind,
		/** @type {() => Buffer} */ content,
	) => ({ id: stableId(`${record.id}/${name}`), name, kind, content });
	if (collection === 'models') return [file('report.json', 'ModelReport', report)];
	if (collection === 'evaluations') {
		return ['model1', 'model2'].map((which) =>
			file(`audio1.${which}_score.json`, 'EvaluationDetails', report),
		);
	}
	const [name, kind] = DATA_FILES[record.fields.kind] ?? ['data.bin', 'LanguageData'];
	const data = () => ctx.service.blobs.get(record.id) ?? Buffer.from('(content not read)\n');
	return [file('report.json', 'DatasetReport', report), file(name, kind, data)];
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
		links: { contentUrl: contentUrl(ctx, `${collection}/${record.id}/${file.name}`, minutes) },
		properties: { size: file.content().length },
		createdDateTime: isoSeconds(lastActionAt(record, ctx.now)),
	};
}

module.exports = { filesOf, fileView };
