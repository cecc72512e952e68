import {
	FINGERPRINT_PROPERTY,
	RETRAINED_FROM_PROPERTY,
	checkCustomProperties,
} from '../../../nodes/shared/speech/customProperties';
import { inputErrorOf } from '../failures';

const entries = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`name${index}`, 'value']));

describe('custom properties', () => {
	it.each<[string, Record<string, string>]>([
		['none at all', {}],
		['9, so that the fingerprint fits as well', entries(9)],
		['a name of 1 character', { a: 'value' }],
		['a name of 64 characters', { ['n'.repeat(64)]: 'value' }],
		['an empty value', { name: '' }],
		['a value of 256 characters', { name: 'v'.repeat(256) }],
	])('may be %s', (_name, properties) => {
		expect(() => {
			checkCustomProperties(properties);
		}).not.toThrow();
	});

	it.each<[string, Record<string, string>, RegExp]>([
		['10', entries(10), /10 entries.*at most 9/],
		['an empty name', { '': 'value' }, /name of 0 characters/],
		['a name of 65 characters', { ['n'.repeat(65)]: 'value' }, /name of 65 characters/],
		['a value of 257 characters', { region: 'v'.repeat(257) }, /257 characters under 'region'/],
	])('may not be %s', (_name, properties, message) => {
		const error = inputErrorOf(() => {
			checkCustomProperties(properties);
		});
		expect(error.message).toMatch(message);
		expect(error.message).toContain("'Custom Properties'");
		expect(error.advice).not.toBe('');
	});

	it('of the nodes themselves keep to the limits', () => {
		for (const name of [FINGERPRINT_PROPERTY, RETRAINED_FROM_PROPERTY]) {
			expect(name).toMatch(/^n8n\w{1,61}$/);
		}
		expect(FINGERPRINT_PROPERTY).not.toBe(RETRAINED_FROM_PROPERTY);
	});
});
