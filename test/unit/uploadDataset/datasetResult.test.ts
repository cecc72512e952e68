import { datasetResult, summaryOf } from '../../../nodes/UploadDataset/result/datasetResult';
import type { ImportReport } from '../../../nodes/UploadDataset/result/importReport';
import { uploadedMemo, type UploadedMemo } from '../../../nodes/UploadDataset/result/uploadMemo';
import type { Uploaded } from '../../../nodes/UploadDataset/upload/upload';
import { dataset, uuid } from '../entities';
import { planOf } from './plans';

const UPLOAD: UploadedMemo = {
	id: uuid(1),
	displayName: 'Product names',
	why: 'each line is a sentence',
	reused: false,
	sent: { bytes: 1_536, blocks: 1 },
	check: null,
};
const IMPORTED: ImportReport = {
	acceptedLineCount: 1_234,
	rejectedLineCount: 0,
	rejectedPercent: 0,
	rejectedLines: [],
};
const twin = { collection: 'datasets', id: uuid(8), fate: 'marked' } as const;
const hours = (durationMilliseconds: number) => dataset({ properties: { durationMilliseconds } });

describe('what an item gains of a dataset', () => {
	it('is the dataset in short, what it was taken for, and what became of its lines', () => {
		const check = { findingCount: 0, findings: [], noteCount: 0, notes: [] };
		expect(datasetResult(dataset(), { ...UPLOAD, check }, IMPORTED, true)).toMatchObject({
			id: uuid(1),
			kind: 'Language',
			reused: false,
			detected: 'each line is a sentence',
			import: IMPORTED,
			check,
		});
	});

	it('names a twin that is left, and none that is not there', () => {
		expect(datasetResult(dataset(), { ...UPLOAD, twin }, null, true)).toMatchObject({
			twin: uuid(8),
			import: null,
		});
		expect(datasetResult(dataset(), UPLOAD, null, true)).not.toHaveProperty('twin');
	});

	it('is the dataset as sent when it is not simplified', () => {
		const sent = datasetResult(dataset(), UPLOAD, IMPORTED, false);
		expect(sent).toEqual({ ...dataset() });
	});
});

describe('the sentence on a dataset', () => {
	const NAME = "Dataset 'Product names' (Plain Text, en-US)";
	const said = (
		changes: Partial<UploadedMemo> = {},
		imported: ImportReport | null = IMPORTED,
		one = dataset(),
	) => summaryOf(one, { ...UPLOAD, ...changes }, imported);

	it.each<[string, () => string, string]>([
		[
			'was processed',
			() => said(),
			'was uploaded (1.5 KiB) and processed: 1,234 lines accepted, 0 rejected.',
		],
		[
			'has one line',
			() => said({}, { ...IMPORTED, acceptedLineCount: 1, rejectedLineCount: 2_000 }),
			'was uploaded (1.5 KiB) and processed: 1 line accepted, 2,000 rejected.',
		],
		[
			'tells no lines',
			() => said({}, { ...IMPORTED, acceptedLineCount: null }),
			'was uploaded (1.5 KiB) and processed.',
		],
		[
			'tells no rejected lines',
			() => said({}, { ...IMPORTED, rejectedLineCount: null }),
			'was uploaded (1.5 KiB) and processed.',
		],
		[
			'is audio',
			() => said({}, IMPORTED, hours(9_000_000)),
			'was uploaded (1.5 KiB) and processed: 1,234 lines accepted, 0 rejected, 2.5 h of audio.',
		],
		[
			'is audio without lines',
			() => said({}, { ...IMPORTED, acceptedLineCount: null }, hours(9_000_000)),
			'was uploaded (1.5 KiB) and processed: 2.5 h of audio.',
		],
		[
			'was there',
			() => said({ reused: true, sent: null }),
			'already existed with the same content: 1,234 lines accepted, 0 rejected.',
		],
		['came from a URL', () => said({ sent: null }, null), 'was uploaded; its status is Succeeded.'],
		[
			'is not waited for',
			() => said({}, null, dataset({ status: 'NotStarted' })),
			'was uploaded (1.5 KiB); its status is NotStarted.',
		],
		[
			'has no status',
			() => said({}, null, dataset({ status: undefined })),
			'was uploaded (1.5 KiB); its status is unknown.',
		],
	])('that %s says so', (_what, sentence, words) => {
		expect(sentence()).toBe(`${NAME} ${words}`);
	});

	it('is followed by one on its twin', () => {
		expect(said({ twin })).toMatch(/0 rejected\. The same job was started twice/);
	});
});

describe('what is kept of an upload until its end', () => {
	const uploaded = { dataset: dataset(), reused: false, progress: null } as unknown as Uploaded;
	const warned = planOf({ findings: ['It has no tab.'], validate: 'warn' });

	it('is what was sent, and what was found', () => {
		const progress = { total: 9, blocks: 2 };
		expect(uploadedMemo(warned, { ...uploaded, progress } as Uploaded)).toMatchObject({
			id: uuid(1),
			displayName: 'Product names',
			why: 'the archive contains transcripts',
			reused: false,
			sent: { bytes: 9, blocks: 2 },
			check: { findingCount: 1, findings: [{ line: 3, what: 'It has no tab.' }], noteCount: 0 },
		});
	});

	it.each([
		['was not looked at', planOf({ isInspected: false })],
		['was not to be checked', planOf({ validate: 'off' })],
	])('holds no check of a file that %s', (_what, plan) => {
		expect(uploadedMemo(plan, uploaded)).toMatchObject({ check: null, sent: null });
	});

	it('holds ten notes, and how many there are', () => {
		const plan = planOf();
		for (let note = 1; note <= 12; note++) plan.inspection?.report.notes.add(`${note}.`, 'Fix.');
		const { check } = uploadedMemo(plan, uploaded);
		expect(check?.noteCount).toBe(12);
		expect(check?.notes.map(({ what }) => what)).toEqual(
			Array.from({ length: 10 }, (_, index) => `${index + 1}.`),
		);
	});

	it('has the name of the plan when the service tells none', () => {
		const nameless = { ...uploaded, dataset: dataset({ displayName: undefined as never }) };
		expect(uploadedMemo(planOf(), nameless).displayName).toBe('Calls');
	});
});
