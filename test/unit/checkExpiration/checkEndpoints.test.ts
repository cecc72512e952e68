import { checkEndpoints } from '../../../nodes/CheckExpiration/checkExpiration';
import { findingHints, findingSummary } from '../../../nodes/CheckExpiration/explainFinding';
import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import { baseModel, customModel, endpoint, reference, uuid } from '../entities';
import { EXPIRED, EXPIRING, MOMENT, VALID, inventory } from './lists';

describe('a checked endpoint', () => {
	const check = (changes: Partial<Lists>) =>
		checkEndpoints(inventory({ endpoints: [endpoint()], ...changes }), MOMENT)[0];

	it.each([
		['valid', VALID, false, false],
		['expiring', EXPIRING, true, false],
		['expired', EXPIRED, true, true],
		['of no known date', null, true, false],
	])('with a model that is %s', (_name, usableUntil, needsRetraining, usesBaseModel) => {
		const finding = check({ models: [customModel({ usableUntil })] });
		expect(finding.model?.displayName).toBe('Retail en-US');
		expect(finding.endpoint?.displayName).toBe('Retail live');
		expect(finding).toMatchObject({ needsRetraining, usesBaseModel });
	});

	it.each([
		['valid', VALID, false, /is usable until 2028-10-15.*nothing to retrain/],
		['expiring', EXPIRING, true, /expires on 2026-12-15, in 43 days, but .*nothing to retrain/],
		['expired', EXPIRED, true, /expired on 2026-10-15, but .*nothing to retrain/],
		[
			'unknown',
			undefined,
			true,
			/no known expiration date, because the service reports no expiration date/,
		],
	])(
		'on a base model is judged by the date of that: %s',
		(state, transcriptionDateTime, needsAction, sentence) => {
			const properties = { deprecationDates: { transcriptionDateTime } };
			const finding = check({
				endpoints: [endpoint({ model: reference('baseModels', 1) })],
				bases: [baseModel({ properties })],
			});
			expect(finding.expiry.state).toBe(state);
			expect(finding).toMatchObject({ needsAction, needsRetraining: false });
			expect(findingSummary(finding)).toMatch(sentence);
		},
	);

	it.each<[string, Parameters<typeof baseModel>[0], boolean]>([
		['newer', {}, true],
		['newer, though it can be trained no more', { trainableUntil: null }, true],
		['of another locale', { locale: 'de-DE' }, false],
		['not ready', { status: 'Running' }, false],
		['as old', { createdDateTime: '2025-09-12' }, false],
		['expired', { properties: { deprecationDates: { transcriptionDateTime: EXPIRED } } }, false],
		['not to be served', { endpoints: false }, false],
	])('on an expiring base model can move to a base model that is %s: %#', (_name, facts, fits) => {
		const properties = { deprecationDates: { transcriptionDateTime: EXPIRING } };
		const own = baseModel({ number: 1, createdDateTime: '2025-09-12', properties });
		const other = baseModel({ number: 2, displayName: '20261001', ...facts });
		const finding = check({
			endpoints: [endpoint({ model: reference('baseModels', 1) })],
			bases: [own, other],
		});
		expect(finding.newerBase).toBe(fits ? other : null);
		const move =
			"A newer base model, '20261001', is available; use Deploy Model to switch the endpoint to it.";
		if (fits) expect(findingSummary(finding)).toContain(move);
	});

	it('says which newer base model it passed over, and why', () => {
		const properties = { deprecationDates: { transcriptionDateTime: EXPIRING } };
		const own = baseModel({ number: 1, createdDateTime: '2025-09-12', properties });
		const whisper = baseModel({ number: 2, displayName: 'Whisper', endpoints: false });
		const finding = check({
			endpoints: [endpoint({ model: reference('baseModels', 1) })],
			bases: [own, whisper],
		});
		expect(finding.rejectedBases).toMatchObject([{ base: whisper }]);
		expect(findingSummary(finding)).toMatch(
			/'Whisper' is newer, but it is for batch transcription only, and/,
		);
	});

	it('on an expired base model answers with another one, and a hint says so', () => {
		const properties = { deprecationDates: { transcriptionDateTime: EXPIRED } };
		const finding = check({
			endpoints: [endpoint({ model: reference('baseModels', 1) })],
			bases: [baseModel({ properties })],
		});
		expect(findingHints(finding)).toEqual([
			"Base model '20260912' has expired while endpoint 'Retail live' is set to it. The endpoint now transcribes with the newest base model.",
		]);
	});

	it.each([VALID, EXPIRED])('on a base model until %s has nothing to retrain', (last) => {
		const base = baseModel({
			number: 1,
			properties: { deprecationDates: { transcriptionDateTime: last } },
		});
		const finding = check({
			endpoints: [endpoint({ model: reference('baseModels', 1) })],
			bases: [base],
		});
		expect(finding).toMatchObject({ model: null, needsRetraining: false, usesBaseModel: false });
		expect(finding.servedBase).toBe(base);
		expect(finding.expiry.expiresAt).toBe(last);
		expect(finding.reason).toMatch(/base model/);
	});

	it('on a base model the list does not show any more has nothing to retrain', () => {
		const finding = check({ endpoints: [endpoint({ model: reference('baseModels', 9) })] });
		expect(finding).toMatchObject({ model: null, servedBase: null, needsRetraining: false });
		expect(finding.needsAction).toBe(true);
		expect(finding.reason).toMatch(/does not list/);
	});

	it('whose model is missing has nothing to retrain, and says so', () => {
		const finding = check({ models: [customModel({ number: 2 })] });
		expect(finding).toMatchObject({ model: null, servedBase: null, needsRetraining: false });
		expect(finding.needsAction).toBe(false);
		expect(finding.expiry.state).toBe('unknown');
		expect(finding.reason).toMatch(/not in this resource/);
	});

	it('still needs a change when its model was retrained but it serves the old one', () => {
		const old = customModel({ number: 1, usableUntil: EXPIRING });
		const next = customModel({ number: 2, customProperties: { n8nRetrainedFrom: uuid(1) } });
		expect(check({ models: [old, next] }).needsRetraining).toBe(true);
	});

	it('is checked one by one with the others', () => {
		const endpoints = [endpoint({ number: 1 }), endpoint({ number: 2 })];
		const findings = checkEndpoints(inventory({ endpoints, models: [customModel()] }), MOMENT);
		expect(findings.map((finding) => finding.endpoint)).toEqual(endpoints);
	});
});
