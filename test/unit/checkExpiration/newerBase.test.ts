import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import { baseModel, customModel } from '../entities';
import { EXPIRED, checkOne } from './lists';

describe('a newer base model', () => {
	const own = baseModel({ number: 1, createdDateTime: '2025-09-12T00:00:00Z' });
	const newer = baseModel({ number: 2, createdDateTime: '2026-05-01T00:00:00Z' });
	const newest = baseModel({ number: 3, createdDateTime: '2026-09-12T00:00:00Z' });
	const numberOf = (bases: Lists['bases'], model = customModel()) =>
		checkOne(model, { bases }).newerBase?.self ?? null;

	it.each([
		['the newest of several', [newer, newest, own], newest],
		['the newest of several in any order', [own, newest, newer], newest],
		['none when there is only its own', [own], null],
		[
			'none when its own is the newest',
			[own, baseModel({ number: 4, createdDateTime: '2024-01-01' })],
			null,
		],
		['none when there is none at all', [], null],
		['not one of another locale', [own, newer, { ...newest, locale: 'de-DE' }], newer],
		['one whose locale differs in case only', [own, { ...newest, locale: 'EN-us' }], newest],
		['not one that is not ready', [own, newer, { ...newest, status: 'Running' }], newer],
		[
			'not one that can be trained no more',
			[own, baseModel({ number: 5, trainableUntil: EXPIRED })],
			null,
		],
		[
			'not one that ends at this very moment',
			[own, baseModel({ number: 5, trainableUntil: '2026-11-01T12:00:00Z' })],
			null,
		],
		['not one that names no end', [own, baseModel({ number: 5, trainableUntil: null })], null],
	])('is %s', (_name, bases, expected) => {
		expect(numberOf(bases)).toBe(expected?.self ?? null);
	});

	it('is newer than the model when its own base is not listed any more', () => {
		const model = customModel({ createdDateTime: '2026-06-01T00:00:00Z' });
		expect(numberOf([newer], model)).toBeNull();
		expect(numberOf([newer, newest], model)).toBe(newest.self);
	});
});
