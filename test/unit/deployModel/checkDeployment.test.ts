import {
	checkAtRest,
	checkFits,
	checkVerdict,
	checkWorks,
} from '../../../nodes/DeployModel/prepare/checkDeployment';
import { checkUsable } from '../../../nodes/shared/speech/usableModel';
import { customModel, endpoint, NOW, uuid } from '../entities';
import { inputErrorOf, thrownBy } from '../failures';

const STATUSES = ['NotStarted', 'Running', 'Pondering', 'Failed', 'Succeeded', undefined];

/** Those of the statuses that a check refuses, each with the words of its error. */
const refused = (check: typeof checkAtRest) =>
	STATUSES.flatMap((status) => {
		const error = thrownBy(() => {
			check(endpoint({ status }));
		});
		return error instanceof Error ? [[status, error.message]] : [];
	});

describe('an endpoint', () => {
	it('is changed at rest only; one without a status is at rest', () => {
		const words = (status: string) =>
			`Endpoint 'Retail live' is being changed: its status is ${status}.`;
		expect(refused(checkAtRest)).toEqual(
			['NotStarted', 'Running', 'Pondering'].map((status) => [status, words(status)]),
		);
	});

	it('is given another model only when its last change has not failed', () => {
		const words =
			"The last change of endpoint 'Retail live' failed, so its current model is not known.";
		expect(refused(checkWorks)).toEqual([['Failed', words]]);
	});

	it('says what to do when it is not', () => {
		const advice = (check: typeof checkAtRest, status: string) =>
			inputErrorOf(() => {
				check(endpoint({ status }));
			}).advice;
		expect(advice(checkAtRest, 'Running')).toContain("'Wait For' set to Endpoint");
		expect(advice(checkWorks, 'Failed')).toContain("'Operation' set to Roll Back");
	});
});

describe('a model to deploy', () => {
	const fit = (changes: Parameters<typeof customModel>[0]) => () => {
		const model = customModel(changes);
		checkFits(model, endpoint());
		checkUsable(model, 'Model', NOW);
	};

	it.each([
		['is of the locale', {}],
		['writes the locale otherwise', { locale: 'EN-us' }],
		['can be used for a second more', { usableUntil: '2026-11-01T12:00:01Z' }],
	])('fits when it %s', (_what, changes) => {
		expect(thrownBy(fit(changes))).toBeUndefined();
	});

	it.each([
		['is of another locale', { locale: 'en-GB' }, /has the locale en-GB, but .* has en-US\.$/],
		[
			'has expired this very moment',
			{ usableUntil: '2026-11-01T12:00:00Z' },
			/expired on 2026-11-01/,
		],
		['is in training', { status: 'Running' }, /in 'Model' is not ready: its status is Running\.$/],
	])('does not fit when it %s', (_what, changes, message) => {
		expect(inputErrorOf(fit(changes)).message).toMatch(message);
	});

	it('says that the endpoint keeps its locale', () => {
		expect(inputErrorOf(fit({ locale: 'en-GB' })).advice).toMatch(/cannot be changed\.$/);
	});
});

describe('the verdict of a test', () => {
	const verdict = (test: unknown) => () => {
		checkVerdict({ test }, uuid(1));
	};

	it.each([
		['says that it is better', { better: true }],
		['has none yet', { better: null }],
		['says it in other words', { better: 'no' }],
		['is no test', null],
		['is a text', 'false'],
	])('lets a model through when it %s', (_what, test) => {
		expect(thrownBy(verdict(test))).toBeUndefined();
	});

	it.each([
		['worse', 'the test of the incoming item did not find it better.'],
		['inconclusive', 'the test of the incoming item could not determine whether it is better.'],
		[undefined, 'the test of the incoming item did not find it better.'],
	])('that is %s holds a model back with the words that fit', (words, message) => {
		const { message: said } = inputErrorOf(verdict({ better: false, verdict: words }));
		expect(said).toBe(`The model was not deployed: ${message}`);
	});

	it.each([{ candidate: null }, { candidate: {}, model2: {} }, { model2: 'x' }])(
		'holds a model back when it does not tell which it was of: %j',
		(test) => {
			expect(inputErrorOf(verdict({ better: false, ...test })).message).not.toBe('');
		},
	);
});
