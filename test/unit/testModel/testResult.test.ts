import { reportFiles } from '../../../nodes/TestModel/report/reportFiles';
import {
	testResult,
	testSummary,
	type Judgement,
} from '../../../nodes/TestModel/result/testResult';
import type { TestMemo } from '../../../nodes/TestModel/testMemo';
import type { ReadUtterances } from '../../../nodes/TestModel/utterances/readUtterances';
import { evaluation, reference, uuid } from '../entities';
import { utterance } from './reports';

const MEMO: TestMemo = {
	rule: { metric: 'wordErrorRate', minimumGain: 0, gainUnit: 'points', minimumWords: 1_000 },
	candidate: { id: uuid(2), displayName: 'Retail new', role: null },
	reference: { id: uuid(1), displayName: 'Retail old', role: "used by endpoint 'Retail live'" },
	datasetName: 'Calls of October',
	remarks: [],
	reused: false,
	simplified: true,
	report: true,
	worst: 3,
};
const BETTER: NonNullable<Judgement> = {
	verdict: 'better',
	reason: 'enoughGain',
	why: 'It makes half as many errors.',
	gain: 0.05,
	relativeGain: 0.5,
	words: 5_000,
};
const NONE: ReadUtterances = { utterances: [], note: null };
const heard = utterance('return my order', 'return my odor', 'return order um');
const READ: ReadUtterances = { utterances: [heard], note: null };
const twin = { collection: 'evaluations', id: uuid(8), fate: 'marked' } as const;

const result = (memo: Partial<TestMemo> = {}, judgement: Judgement = BETTER, read = NONE) =>
	testResult(evaluation(), { ...MEMO, ...memo }, judgement, read);

describe('what an item gains of a test', () => {
	it('is the verdict, by which an If node decides, and both models with their figures', () => {
		expect(result()).toMatchObject({
			id: uuid(1),
			verdict: 'better',
			better: true,
			why: 'It makes half as many errors.',
			metric: 'wordErrorRate',
			gain: 0.05,
			relativeGain: 0.5,
			reference: { displayName: 'Retail old', wordErrorRate: 0.1, wordCount: 5_000 },
			candidate: { displayName: 'Retail new', wordErrorRate: 0.05, wordCount: 5_000 },
			reused: false,
		});
		expect(result()).not.toHaveProperty('utterances');
		expect(result()).not.toHaveProperty('twin');
	});

	it.each(['notBetter', 'inconclusive'] as const)('is not better when it is %s', (verdict) => {
		expect(result({}, { ...BETTER, verdict })).toMatchObject({ verdict, better: false });
	});

	it('has no verdict when it is for listening', () => {
		const listened = result({ rule: null }, null);
		for (const key of ['verdict', 'better', 'why']) expect(listened).not.toHaveProperty(key);
		expect(listened).toMatchObject({ id: uuid(1), candidate: { id: uuid(2) } });
	});

	it('names the twin that is left', () => {
		expect(result({ twin })).toMatchObject({ twin: uuid(8) });
	});

	it('is the test as sent, with its verdict, when it is not simplified', () => {
		const sent = result({ simplified: false }, BETTER, READ);
		expect(sent).toMatchObject({ self: evaluation().self, better: true, verdict: 'better' });
		expect(sent.utterances).toHaveLength(1);
		expect(sent).not.toHaveProperty('candidate');
	});

	it('has each recording in plain text, with what was left out and put in', () => {
		expect(result({}, BETTER, READ).utterances).toEqual([
			{
				audio: 'call-17.wav',
				transcript: 'return my order',
				referenceHeard: 'return my odor',
				candidateHeard: 'return order um',
				referenceErrors: 1,
				candidateErrors: 2,
				referenceEdits: 'return my [-order-]{+odor+}',
				candidateEdits: 'return [-my-] order {+um+}',
			},
		]);
	});

	it('has null for what is not known of a recording', () => {
		const unheard = { audio: 'a.wav', said: null, reference: null, candidate: null };
		expect(result({}, BETTER, { utterances: [unheard], note: null }).utterances).toEqual([
			{
				audio: 'a.wav',
				transcript: null,
				referenceHeard: null,
				candidateHeard: null,
				referenceErrors: null,
				candidateErrors: null,
				referenceEdits: null,
				candidateEdits: null,
			},
		]);
	});
});

describe('the sentence on a test', () => {
	const said = (memo: Partial<TestMemo> = {}, judgement: Judgement = BETTER, test = evaluation()) =>
		testSummary(test, { ...MEMO, ...memo }, judgement);
	const other = "'Retail old' (used by endpoint 'Retail live')";
	const why = 'It makes half as many errors.';

	it.each([
		['better', `Model 'Retail new' is better than ${other}. ${why}`],
		['notBetter', `Model 'Retail new' is not better than ${other}. ${why}`],
		[
			'inconclusive',
			`The test does not show whether model 'Retail new' is better than ${other}. ${why}`,
		],
	] as const)('that is %s says why', (verdict, sentence) => {
		expect(said({}, { ...BETTER, verdict })).toBe(sentence);
	});

	it('tells apart two models of the same name', () => {
		const namesake = { ...MEMO.reference, displayName: 'Retail new' };
		expect(said({ reference: namesake })).toBe(
			`Model 'Retail new' is better than another model called ${other.replace('old', 'new')}. ${why}`,
		);
	});

	it('adds no role that is not known', () => {
		const bare = { ...MEMO.reference, role: null };
		expect(said({ reference: bare })).toBe(
			`Model 'Retail new' is better than 'Retail old'. ${why}`,
		);
	});

	it('ends with what a reader must know, and with the twin', () => {
		expect(said({ remarks: ['It stands in.'], twin })).toMatch(
			/errors\. It stands in\. The same job was started twice/,
		);
	});

	it('of one for listening says where to do that', () => {
		const inProject = evaluation({ project: reference('projects', 1) });
		expect(said({}, null, inProject)).toBe(
			`Test 'Retail test' of model 'Retail new' and ${other} is finished. Listen to it in Speech Studio or Microsoft Foundry (Fine-tuning).`,
		);
		expect(said({ twin }, null)).toMatch(
			/is finished\. It has no project, and .* let you listen only to tests in a project\. The same job/,
		);
	});

	it('of a model alone names it once', () => {
		const alone = { reference: { ...MEMO.candidate } };
		expect(said(alone, null)).toMatch(/^Test 'Retail test' of model 'Retail new' is finished\./);
	});
});

describe('the files of a report', () => {
	const files = (test = evaluation(), read = READ, memo: Partial<TestMemo> = {}) =>
		reportFiles(test, { ...MEMO, ...memo }, BETTER, read);

	it('are a page and a text, and the page as a file of the item', () => {
		const { json, binary } = files();
		expect(Buffer.from(binary.report.data, 'base64').toString()).toBe(json.html);
		expect(binary.report).toMatchObject({
			mimeType: 'text/html',
			fileType: 'html',
			fileName: `test-${uuid(1)}.html`,
			fileExtension: 'html',
			fileSize: `${Math.ceil(Buffer.byteLength(json.html) / 1024)} kB`,
		});
		expect(json.markdown).toMatch(/^# Test report: Retail new on Calls of October\n/);
	});

	it('tell the test, both models, why, and the recordings', () => {
		const { json } = files();
		for (const text of ['Retail new', 'Retail old', 'call-17.wav', 'half as many', uuid(1)]) {
			expect(json.html).toContain(text);
			expect(json.markdown).toContain(text);
		}
		expect(json.markdown).toMatch(/\| Word error rate \| 10% \| 5% \|/);
	});

	it('tell the day of its last action, or of its start', () => {
		const started = evaluation({ createdDateTime: '2026-10-30T08:00:00Z' });
		expect(files(started).json.markdown).toContain('en-US · Tested on 2026-10-30 (UTC)');
		const done = { ...started, lastActionDateTime: '2026-11-01T08:00:00Z' };
		expect(files(done).json.markdown).toContain('Tested on 2026-11-01 (UTC)');
	});

	it('tell what a reader must know of the test and of its recordings', () => {
		const read = { utterances: [], note: 'The recordings could not be read.' };
		const { json } = files(evaluation(), read, { remarks: ['It stands in.'] });
		expect(json.markdown).toMatch(/\nIt stands in\.\n\nThe recordings could not be read\.\n/);
		expect(files(evaluation(), NONE).json.markdown).not.toMatch(/null|undefined/);
	});
});
