import { takesAudioOnly } from '../../../nodes/shared/speech/audioKinds';
import { isServable, supportsEndpoints } from '../../../nodes/shared/speech/endpointSupport';
import { baseModel, customModel } from '../entities';

describe('whether an endpoint can serve a model', () => {
	it.each([
		[true, true],
		[false, false],
		[undefined, null],
		[null, null],
		['false', null],
		['true', null],
		[0, null],
		[{}, null],
	])('is told by %p: %p', (endpoints, expected) => {
		expect(supportsEndpoints(baseModel({ endpoints }))).toBe(expected);
	});

	it.each([undefined, {}, { features: null as never }])('is not told by properties %j', (some) => {
		expect(supportsEndpoints(baseModel({ properties: some }))).toBeNull();
	});

	it('is told by the base of a model that does not tell itself', () => {
		const own = (supportsEndpoints: boolean) =>
			customModel({ properties: { features: { supportsEndpoints } } });
		expect(isServable(customModel(), baseModel({ endpoints: false }))).toBe(false);
		expect(isServable(own(true), baseModel({ endpoints: false }))).toBe(true);
		expect(isServable(own(false), baseModel({ endpoints: true }))).toBe(false);
		expect(isServable(customModel(), null)).toBeNull();
	});
});

describe('a base model', () => {
	it.each<[unknown, boolean]>([
		[['Acoustic'], true],
		[['AudioFiles', 'Acoustic'], true],
		[['Acoustic', 'Language'], false],
		[[], false],
		[undefined, false],
		[null, false],
		['Acoustic', false],
	])('that supports %j takes audio only: %p', (kinds, expected) => {
		expect(takesAudioOnly(baseModel({ kinds: kinds as string[] }))).toBe(expected);
	});
});
