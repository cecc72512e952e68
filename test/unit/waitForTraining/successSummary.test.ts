import { successSummary } from '../../../nodes/WaitForTraining/successSummary';
import type { Entity } from '../../../nodes/shared/speech/entities';
import { JOB_KINDS, type JobKind } from '../../../nodes/shared/waiting/jobs';
import { customModel, dataset, entityUrl, uuid } from '../entities';
import { HOLES } from '../failures';

const job = (kind: JobKind) => ({ kind, id: uuid(1) });
const KINDS = Object.keys(JOB_KINDS) as JobKind[];
const nameless = { self: entityUrl('models', 1) } as Entity;

describe('the summary of a job that succeeded', () => {
	it('is the sentence a chat message needs', () => {
		expect(successSummary(job('model'), customModel(), '20260912')).toBe(
			"Model 'Retail en-US' was trained in 42 min from base 20260912; usable until 2028-10-15.",
		);
	});

	it.each<[string, Entity, string | null, string]>([
		[
			'no base',
			customModel(),
			null,
			"Model 'Retail en-US' was trained in 42 min; usable until 2028-10-15.",
		],
		[
			'no last day',
			customModel({ usableUntil: null }),
			null,
			"Model 'Retail en-US' was trained in 42 min.",
		],
		[
			'no begin',
			customModel({ createdDateTime: undefined }),
			null,
			"Model 'Retail en-US' was trained; usable until 2028-10-15.",
		],
		[
			'no end',
			customModel({ lastActionDateTime: undefined }),
			null,
			"Model 'Retail en-US' was trained; usable until 2028-10-15.",
		],
		[
			'an end before its begin',
			customModel({ lastActionDateTime: '2026-01-01T00:00:00Z' }),
			null,
			"Model 'Retail en-US' was trained; usable until 2028-10-15.",
		],
		['no name', nameless, null, `Model ${uuid(1)} was trained.`],
	])('leaves out what is not known: %s', (_name, entity, base, sentence) => {
		expect(successSummary(job('model'), entity, base)).toBe(sentence);
	});

	it('names other kinds by what became of them', () => {
		expect(successSummary(job('dataset'), dataset(), null)).toBe(
			"Dataset 'Product names' was processed.",
		);
		expect(successSummary(job('endpoint'), dataset(), null)).toMatch(
			/^Endpoint .* was deployed\.$/,
		);
	});

	it.each([
		[5_400_000, "Dataset 'Product names' was processed: 1.5 h of audio."],
		[90_000, "Dataset 'Product names' was processed: 2 min of audio."],
		[0, "Dataset 'Product names' was processed."],
	])('tells how much audio a dataset holds: %d ms', (durationMilliseconds, sentence) => {
		const entity = dataset({ properties: { durationMilliseconds } });
		expect(successSummary(job('dataset'), entity, null)).toBe(sentence);
	});

	it.each([
		[
			{ wordErrorRate1: 0.12, wordErrorRate2: 0.065 },
			"Test 'Product names' was run: word error rate 12% with the first model, 6.5% with the second.",
		],
		[{ wordErrorRate1: -1, wordErrorRate2: 0.065 }, "Test 'Product names' was run."],
		[undefined, "Test 'Product names' was run."],
	])('tells the error rates of a test when both are known: %j', (properties, sentence) => {
		const entity = dataset({ properties: properties as never });
		expect(successSummary(job('evaluation'), entity, null)).toBe(sentence);
	});

	it.each(KINDS)('has no hole about a %s', (kind) => {
		for (const entity of [customModel(), customModel({ usableUntil: null }), nameless]) {
			for (const base of [null, '20260912']) {
				const sentence = successSummary(job(kind), entity, base);
				expect(sentence).toMatch(/^[A-Z].*\.$/);
				expect(sentence).not.toMatch(HOLES);
			}
		}
	});
});
