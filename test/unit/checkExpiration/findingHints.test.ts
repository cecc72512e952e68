import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { findingHints } from '../../../nodes/CheckExpiration/explainFinding';
import { baseModel, customModel, endpoint, reference } from '../entities';
import { EXPIRED, EXPIRING, inventory, MOMENT, VALID } from './lists';

const ended = (transcriptionDateTime: string) => ({ deprecationDates: { transcriptionDateTime } });

describe('a hint', () => {
	const ofModel = (usableUntil: string, endpoints = [endpoint()]) =>
		checkModels(inventory({ models: [customModel({ usableUntil })], endpoints }), MOMENT)
			.map(findingHints)
			.flat();
	const ofEndpoint = (collection: 'models' | 'baseModels', until = VALID) =>
		checkEndpoints(
			inventory({
				endpoints: [endpoint({ model: reference(collection, 1) })],
				bases: [baseModel({ properties: ended(until) })],
			}),
			MOMENT,
		)
			.map(findingHints)
			.flat();

	it('says that an endpoint uses the base model in place of an expired model', () => {
		expect(ofModel(EXPIRED)).toEqual([expect.stringMatching(/'Retail en-US'.*base model/)]);
	});

	it('says that an endpoint is set to an expired base model', () => {
		expect(ofEndpoint('baseModels', EXPIRED)).toEqual([
			expect.stringMatching(/'20260912'.*'Retail live'/),
		]);
	});

	it('says that the model of an endpoint is not listed', () => {
		const unlisted = checkEndpoints(inventory({ endpoints: [endpoint()] }), MOMENT);
		expect(unlisted.map(findingHints)).toEqual([[expect.stringMatching(/'Retail live'/)]]);
	});

	it.each<[string, () => string[]]>([
		['an expired model that no endpoint uses', () => ofModel(EXPIRED, [])],
		['a model that expires soon', () => ofModel(EXPIRING)],
		['a model that is usable for long', () => ofModel(VALID)],
		['an endpoint on a base model that expires soon', () => ofEndpoint('baseModels', EXPIRING)],
		['an endpoint on a base model that is usable for long', () => ofEndpoint('baseModels')],
		['an endpoint on a base model that is linked as a custom one', () => ofEndpoint('models')],
	])('is not given of %s', (_what, hints) => {
		expect(hints()).toEqual([]);
	});
});
