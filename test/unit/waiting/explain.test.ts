import { explainFailure } from '../../../nodes/shared/waiting/explain';
import type { Entity } from '../../../nodes/shared/speech/entities';
import type { Unsuccessful } from '../../../nodes/shared/waiting/case';
import { JOB_KINDS, type JobKind } from '../../../nodes/shared/waiting/jobs';
import { customModel, entityUrl, reference, uuid } from '../entities';
import { HOLES, refusal, silence } from '../failures';

const job = (kind: JobKind) => ({ kind, id: uuid(1) });
const KINDS = Object.keys(JOB_KINDS) as JobKind[];
const nameless = { self: entityUrl('models', 1) } as Entity;
const ending = (
	outcome: Unsuccessful<Entity>['outcome'],
	changes: Partial<Unsuccessful<Entity>> = {},
): Unsuccessful<Entity> => ({
	outcome,
	entity: customModel(),
	gone: false,
	error: null,
	...changes,
});

describe('the words for a wait that did not end well', () => {
	it('tell a failure with the reason of the service', () => {
		const error = { code: 'InvalidData', message: 'Too few lines' };
		const entity = customModel({ status: 'Failed', properties: { error } });
		const { message, advice } = explainFailure(job('model'), ending('failed', { entity }));
		expect(message).toBe(
			"The training of model 'Retail en-US' failed in Azure: InvalidData: Too few lines.",
		);
		expect(advice).toContain(uuid(1));
	});

	it.each([
		['names the portals for what has a project', reference('projects', 9), /^Check it in Speech/],
		['names no portal to look in for what has none', undefined, /^It has no project \(ID /],
	])('%s', (_what, project, beginning) => {
		const entity = customModel({ status: 'Failed', project });
		const { advice } = explainFailure(job('model'), ending('failed', { entity }));
		expect(advice).toMatch(beginning);
		expect(advice).toContain(uuid(1));
		expect(advice).toMatch(/\. Fix the data, and run the workflow again\.$/);
	});

	it('say that an error inside the service is not the fault of the data', () => {
		const error = { code: 'InternalServerError', message: 'Oops' };
		const entity = customModel({ status: 'Failed', properties: { error } });
		const { message, advice } = explainFailure(job('model'), ending('failed', { entity }));
		expect(message).toMatch(/failed in Azure: InternalServerError: Oops\.$/);
		expect(advice).toBe(`Your data is not the cause. Try again later (ID ${uuid(1)}).`);
	});

	it('explain a code that is known', () => {
		const error = { code: 'ModelCopyAuthorizationExpired', message: 'Expired' };
		const entity = customModel({ status: 'Failed', properties: { error } });
		const { advice } = explainFailure(job('modelCopy'), ending('failed', { entity }));
		expect(advice).toMatch(/models:authorizecopy/);
	});

	it('tell what an ID is of that was never that of such a job', () => {
		const error = refusal(404).facts;
		const words = explainFailure(
			job('model'),
			ending('failed', { gone: true, error, entity: null }),
		);
		expect(words).toEqual({ message: 'Refused with 404.', advice: 'Do something else.' });
	});

	it('tell a deletion apart from a failure', () => {
		const { message } = explainFailure(job('model'), ending('failed', { gone: true }));
		expect(message).toMatch(/no model 'Retail en-US' in Azure.*deleted/);
	});

	it('say after a time-out that the job still runs, and which', () => {
		const { message, advice } = explainFailure(job('model'), ending('timedOut'));
		expect(message).toContain("'Give Up After (Days)'");
		expect(advice).toMatch(/still running in Azure/);
		expect(advice).toContain(uuid(1));
		expect(advice).toMatch(/still running/);
	});

	it('name the last fault after a time-out in which nothing was seen', () => {
		const { advice } = explainFailure(job('model'), ending('timedOut', { error: silence().facts }));
		expect(advice).toContain('Last check: No response.');
	});

	it('say what interrupted it, what to do, and that the job goes on', () => {
		const { message, advice } = explainFailure(
			job('model'),
			ending('interrupted', { error: refusal(401).facts }),
		);
		expect(message).toMatch(/ended early: Refused with 401\.$/);
		expect(advice).toMatch(/^Do something else\. .*continues in Azure/);
	});
});

describe('no sentence has a hole', () => {
	const entities = [customModel(), customModel({ usableUntil: null }), nameless, null];
	const errors = [null, silence().facts, refusal(503).facts];
	const outcomes: Array<Unsuccessful<Entity>['outcome']> = ['failed', 'timedOut', 'interrupted'];

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
		}
	});
});
