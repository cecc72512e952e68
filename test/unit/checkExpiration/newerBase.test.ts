import { findingSummary } from '../../../nodes/CheckExpiration/explainFinding';
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

	const later = (facts: Parameters<typeof baseModel>[0]) =>
		baseModel({ number: 4, displayName: 'Later', createdDateTime: '2026-10-01', ...facts });
	it.each<[string, Parameters<typeof baseModel>[0], RegExp]>([
		['deployed to an endpoint', { endpoints: false }, /^it is for batch transcription only/],
		[
			'Whisper is',
			{ endpoints: false, kinds: ['Acoustic'] },
			/^it is for batch transcription only/,
		],
		['takes audio only', { kinds: ['Acoustic', 'AudioFiles'] }, /^it accepts only audio/],
		['takes no data', { kinds: [] }, /^it cannot be trained with any kind of data/],
	])('is not one that %s, and the finding says why', (_name, facts, reason) => {
		const finding = checkOne(customModel({ usableUntil: EXPIRED }), {
			bases: [own, newer, later(facts)],
		});
		expect(finding.newerBase).toBe(newer);
		expect(finding.rejectedBases).toMatchObject([
			{ base: { displayName: 'Later' }, reason: expect.stringMatching(reason) },
		]);
		expect(findingSummary(finding)).toMatch(/is available\. 'Later' is newer, but it /);
	});

	it.each<[string, Parameters<typeof baseModel>[0]]>([
		['says nothing of endpoints', {}],
		['says something else of endpoints', { endpoints: null }],
		['can be served', { endpoints: true }],
	])('is one that %s', (_name, facts) => {
		const finding = checkOne(customModel(), { bases: [own, newer, later(facts)] });
		expect(finding.newerBase?.displayName).toBe('Later');
		expect(finding.rejectedBases).toEqual([]);
	});

	it('is one for audio when the model came from such a one', () => {
		const audio = { ...own, properties: { features: { supportsAdaptationsWith: ['Acoustic'] } } };
		const finding = checkOne(customModel(), { bases: [audio, later({ kinds: ['Acoustic'] })] });
		expect(finding.newerBase?.displayName).toBe('Later');
	});
});
