import {
	checkEndpoints,
	checkModels,
	type ExpirationFinding,
} from '../../../nodes/CheckExpiration/checkExpiration';
import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import { findingBlock, findingLine } from '../../../nodes/CheckExpiration/report/findingBlock';
import { spanOf } from '../../../nodes/CheckExpiration/report/timeline';
import { baseModel, customModel, endpoint, NOW, reference } from '../entities';
import { EXPIRED, EXPIRING, inventory, MOMENT, VALID } from './lists';

type Facts = Parameters<typeof customModel>[0];
const ofModel = (facts: Facts, lists: Partial<Lists> = {}) =>
	checkModels(inventory({ models: [customModel(facts)], ...lists }), MOMENT)[0];
const ofEndpoint = (lists: Partial<Lists>) => checkEndpoints(inventory(lists), MOMENT)[0];

/** What a person reads, without the marks of the page. */
const read = (page: string) =>
	page
		.replace(/<[^>]*>/g, '')
		.replace(/[\s\u2066-\u2069]+/g, ' ')
		.trim();
const block = (finding: ExpirationFinding) =>
	read(findingBlock(finding, spanOf([finding], NOW)).text);
const users = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		endpoint({ number: index + 1, displayName: `Line ${index + 1}` }),
	);
const bases = [
	baseModel({ number: 1, createdDateTime: '2025-09-12' }),
	baseModel({ number: 2, displayName: 'Newer' }),
];
const onBase = { endpoints: [endpoint({ model: reference('baseModels', 1) })] };
const never = '9999-12-31T00:00:00Z';

describe('a block of the report', () => {
	it.each<[string, () => ExpirationFinding, string]>([
		[
			'a usable model',
			() => ofModel({ usableUntil: VALID }),
			'Retail en-US en-US Usable usable until 2028-10-15, 713 days left',
		],
		[
			'a model on its last day',
			() => ofModel({ usableUntil: '2026-11-01T13:00:00Z' }),
			'Retail en-US en-US Expiring usable until 2026-11-01, 0 days left',
		],
		[
			'a model that expired today',
			() => ofModel({ usableUntil: '2026-11-01T12:00:00Z' }),
			'Retail en-US en-US Expired expired on 2026-11-01',
		],
		[
			'a failed model whose day has passed',
			() => ofModel({ usableUntil: EXPIRED, status: 'Failed' }),
			'Retail en-US en-US Training failed expired on 2026-10-15',
		],
		[
			'a model without end',
			() => ofModel({ usableUntil: never }),
			'Retail en-US en-US Usable never expires',
		],
		[
			'a model without a date',
			() => ofModel({ usableUntil: null }),
			'Retail en-US en-US Unknown no known expiration date · the service reports no expiration date for it',
		],
		[
			'a model in training',
			() => ofModel({ usableUntil: null, status: 'Running' }),
			'Retail en-US en-US In training no expiration date before the training ends',
		],
		[
			'a model in use',
			() => ofModel({ usableUntil: VALID }, { endpoints: users(3) }),
			'Retail en-US en-US Usable usable until 2028-10-15, 713 days left · used by Line 1, Line 2, Line 3',
		],
		[
			'an expired model in use by many',
			() => ofModel({ usableUntil: EXPIRED }, { endpoints: users(5) }),
			'Retail en-US en-US Expired expired on 2026-10-15 · now on the base model: Line 1, Line 2, Line 3 and 2 more',
		],
		[
			'a model with a newer base model',
			() => ofModel({ usableUntil: EXPIRING }, { bases }),
			'Retail en-US en-US Expiring usable until 2026-12-15, 43 days left · newer base model: Newer',
		],
		[
			'an endpoint on a base model',
			() => ofEndpoint({ ...onBase, bases: [bases[0]] }),
			'Endpoint Retail live en-US Usable usable until 2028-10-15, 713 days left · base model 20260912 · it uses a base model, so there is nothing to retrain',
		],
	])('says of %s what there is to know', (_what, finding, words) => {
		expect(block(finding())).toBe(words);
	});

	it('says the same in one line where there is no room', () => {
		const finding = ofModel({ usableUntil: VALID }, { endpoints: users(1) });
		expect(read(findingLine(finding).text)).toBe(
			'Retail en-US en-US · Usable · usable until 2028-10-15, 713 days left · used by Line 1',
		);
	});
});
