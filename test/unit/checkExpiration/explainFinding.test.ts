import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import { findingSummary } from '../../../nodes/CheckExpiration/explainFinding';
import { baseModel, customModel, endpoint, reference, uuid } from '../entities';
import { HOLES } from '../failures';
import { EXPIRED, EXPIRING, MOMENT, VALID, inventory } from './lists';

/** Says it when called, within a test. */
const ofModel =
	(changes: Parameters<typeof customModel>[0], lists: Partial<Lists> = {}) =>
	() => {
		const all = inventory({ models: [customModel(changes)], ...lists });
		return findingSummary(checkModels(all, MOMENT)[0]);
	};

describe('the sentence about a model', () => {
	const two = [endpoint({ number: 1 }), endpoint({ number: 2, displayName: 'Spare' })];
	const bases = [
		baseModel({ number: 1, createdDateTime: '2025-09-12' }),
		baseModel({ number: 2, displayName: '20260912' }),
	];

	it.each<[string, () => string, string]>([
		[
			'usable',
			ofModel({}),
			"Model 'Retail en-US' (en-US) is usable until 2028-10-15, for 713 days.",
		],
		[
			'expiring',
			ofModel({ usableUntil: EXPIRING }),
			"Model 'Retail en-US' (en-US) expires on 2026-12-15, in 43 days.",
		],
		[
			'expiring tomorrow',
			ofModel({ usableUntil: '2026-11-02T12:00:00Z' }),
			"Model 'Retail en-US' (en-US) expires on 2026-11-02, in 1 day.",
		],
		[
			'expired',
			ofModel({ usableUntil: EXPIRED }),
			"Model 'Retail en-US' (en-US) expired on 2026-10-15.",
		],
		[
			'expired and used',
			ofModel({ usableUntil: EXPIRED }, { endpoints: [endpoint()] }),
			"Model 'Retail en-US' (en-US) expired on 2026-10-15; endpoint 'Retail live' already transcribes with the base model.",
		],
		[
			'expired and used twice',
			ofModel({ usableUntil: EXPIRED }, { endpoints: two }),
			"Model 'Retail en-US' (en-US) expired on 2026-10-15; endpoints 'Retail live', 'Spare' already transcribe with the base model.",
		],
		[
			'expiring and used',
			ofModel({ usableUntil: EXPIRING }, { endpoints: [endpoint()] }),
			"Model 'Retail en-US' (en-US) expires on 2026-12-15, in 43 days; endpoint 'Retail live' uses it.",
		],
		[
			'expiring with a newer base',
			ofModel({ usableUntil: EXPIRING }, { bases }),
			"Model 'Retail en-US' (en-US) expires on 2026-12-15, in 43 days. A newer base model, '20260912', is available.",
		],
		[
			'usable with a newer base',
			ofModel({}, { bases }),
			"Model 'Retail en-US' (en-US) is usable until 2028-10-15, for 713 days.",
		],
		[
			'in training',
			ofModel({ status: 'Running', usableUntil: null }),
			"Model 'Retail en-US' (en-US) is in training.",
		],
		[
			'waiting for its training',
			ofModel({ status: 'NotStarted', usableUntil: null }),
			"Model 'Retail en-US' (en-US) is in training.",
		],
		[
			'failed',
			ofModel({ status: 'Failed', usableUntil: null }),
			"Model 'Retail en-US' (en-US) failed to train.",
		],
		[
			'failed, with a date',
			ofModel({ status: 'Failed', usableUntil: EXPIRED }),
			"Model 'Retail en-US' (en-US) failed to train.",
		],
	])('that is %s is fit for a chat message', (_name, sentence, expected) => {
		expect(sentence()).toBe(expected);
	});
});

describe('no sentence has a hole', () => {
	const statuses = ['Succeeded', 'Running', 'Failed', undefined];
	const dates = [VALID, EXPIRING, EXPIRED, null, 'soon'];
	const users = [
		[],
		[endpoint()],
		[endpoint({ number: 1 }), endpoint({ number: 2, model: reference('baseModels', 1) })],
		[endpoint({ model: undefined }), endpoint({ number: 2, model: reference('models', 9) })],
	];
	const bases = [
		[],
		[baseModel({ createdDateTime: '2027-01-01' })],
		[baseModel({ properties: {} })],
	];
	const next = customModel({ number: 2, customProperties: { n8nRetrainedFrom: uuid(1) } });

	it.each(dates)('about a model that ends at %p', (usableUntil) => {
		for (const status of statuses) {
			for (const endpoints of users) {
				for (const listed of bases) {
					for (const others of [[], [next]]) {
						const models = [customModel({ status, usableUntil }), ...others];
						const all = inventory({ models, endpoints, bases: listed });
						const findings = [...checkModels(all, MOMENT), ...checkEndpoints(all, MOMENT)];
						for (const finding of findings) {
							expect(findingSummary(finding)).toMatch(/^(Model|Endpoint) '.*\.$/);
							expect(findingSummary(finding)).not.toMatch(HOLES);
							expect(finding.reason ?? '').not.toMatch(HOLES);
						}
					}
				}
			}
		}
	});
});
