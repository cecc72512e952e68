import { explainFailure, successSummary } from '../../../nodes/WaitForTraining/explainEnding';
import type { Entity } from '../../../nodes/shared/speech/entities';
import type { Ending, Outcome } from '../../../nodes/shared/waiting/ending';
import { JOB_KINDS, type JobKind } from '../../../nodes/shared/waiting/jobs';
import { customModel, dataset, entityUrl, uuid } from '../entities';
import { HOLES, refusal, silence } from '../failures';

const job = (kind: JobKind) => ({ kind, id: uuid(1) });
const KINDS = Object.keys(JOB_KINDS) as JobKind[];
const nameless = { self: entityUrl('models', 1) } as Entity;
const ending = (outcome: Outcome, changes: Partial<Ending> = {}): Ending => ({
	outcome,
	entity: customModel(),
	gone: false,
	error: null,
	...changes,
});

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
});

describe('the words for a wait that did not end well', () => {
	it('tell a failure with the reason of the service', () => {
		const error = { code: 'InvalidData', message: 'Too few lines' };
		const entity = customModel({ status: 'Failed', properties: { error } });
		const { message, advice } = explainFailure(job('model'), ending('failed', { entity }));
		expect(message).toBe(
			"The training of model 'Retail en-US' failed at Azure: InvalidData: Too few lines.",
		);
		expect(advice).toContain(uuid(1));
	});

	it('tell a deletion apart from a failure', () => {
		const { message } = explainFailure(job('model'), ending('failed', { gone: true }));
		expect(message).toMatch(/no model 'Retail en-US' at Azure.*deleted/);
	});

	it('say after a time-out that the job still runs, and which', () => {
		const { message, advice } = explainFailure(job('model'), ending('timedOut'));
		expect(message).toContain("'Give Up After (Days)'");
		expect(advice).toMatch(/still runs at Azure/);
		expect(advice).toContain(uuid(1));
		expect(advice).toMatch(/nothing was cancelled/);
	});

	it('name the last fault after a time-out in which nothing was seen', () => {
		const { advice } = explainFailure(job('model'), ending('timedOut', { error: silence() }));
		expect(advice).toContain('At the last look: No answer came.');
	});

	it('say what interrupted it, what to do, and that the job goes on', () => {
		const { message, advice } = explainFailure(
			job('model'),
			ending('interrupted', { error: refusal(401) }),
		);
		expect(message).toMatch(/ended early: Refused with 401\.$/);
		expect(advice).toMatch(/^Do something else\. .*goes on at Azure/);
	});
});

describe('no sentence has a hole', () => {
	const entities = [customModel(), customModel({ usableUntil: null }), nameless, null];
	const errors = [null, silence(), refusal(503)];
	const outcomes: Outcome[] = ['failed', 'timedOut', 'interrupted'];

	it.each(KINDS)('about a %s', (kind) => {
		for (const entity of entities) {
			for (const error of errors) {
				for (const gone of [true, false]) {
					for (const outcome of outcomes) {
						const words = explainFailure(job(kind), { outcome, entity, gone, error });
						expect(words.message).toMatch(/^[A-Z]/);
						expect(`${words.message} ${words.advice}`).not.toMatch(HOLES);
					}
				}
			}
			if (entity) {
				for (const base of [null, '20260912']) {
					const sentence = successSummary(job(kind), entity, base);
					expect(sentence).toMatch(/^[A-Z].*\.$/);
					expect(sentence).not.toMatch(HOLES);
				}
			}
		}
	});
});
