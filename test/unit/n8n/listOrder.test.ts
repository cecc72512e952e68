import {
	byStatus,
	byTraining,
	byUse,
	fittingFirst,
	inOrder,
} from '../../../nodes/shared/n8n/listOrder';
import { baseModelLabel, modelLabel } from '../../../nodes/shared/n8n/listLabels';
import { baseModel, customModel, dataset, NOW } from '../entities';

const born = (day: number) => ({ createdDateTime: `2026-10-0${day}T00:00:00Z` });
const names = (entities: Array<{ displayName: string }>) =>
	entities.map(({ displayName }) => displayName);

describe('a list as a person reads it', () => {
	it('begins with the newest dataset that can be used', () => {
		const entities = [
			dataset({ displayName: 'first', ...born(1) }),
			dataset({ displayName: 'failed', status: 'Failed', ...born(4) }),
			dataset({ displayName: 'second', ...born(2) }),
			dataset({ displayName: 'at work', status: 'Running', ...born(3) }),
			dataset({ displayName: 'dateless', createdDateTime: undefined }),
		];
		const before = [...entities];
		expect(names(inOrder(entities, byStatus, NOW))).toEqual([
			'at work',
			'second',
			'first',
			'dateless',
			'failed',
		]);
		expect(entities).toEqual(before);
	});

	it('ends with the models that have failed or expired', () => {
		const entities = [
			customModel({ displayName: 'expired', usableUntil: '2026-10-15T00:00:00Z', ...born(9) }),
			customModel({ displayName: 'failed', status: 'Failed', usableUntil: null, ...born(8) }),
			customModel({ displayName: 'usable', ...born(1) }),
		];
		expect(names(inOrder(entities, byUse, NOW))).toEqual(['usable', 'expired', 'failed']);
	});

	it('ends with the base models that cannot be trained from, those that recognise first', () => {
		const over = '2026-07-15T00:00:00Z';
		const dates = { adaptationDateTime: over, transcriptionDateTime: over };
		const entities = [
			baseModel({ displayName: 'expired', properties: { deprecationDates: dates }, ...born(9) }),
			baseModel({ displayName: 'untrainable', trainableUntil: over, ...born(8) }),
			baseModel({ displayName: 'for nothing', kinds: [], ...born(7) }),
			baseModel({ displayName: 'dateless', trainableUntil: null, ...born(6) }),
			baseModel({ displayName: 'old', ...born(1) }),
			baseModel({ displayName: 'new', ...born(2) }),
			baseModel({ displayName: 'not ready', status: 'Running', ...born(5) }),
		];
		expect(names(inOrder(entities, byTraining, NOW))).toEqual([
			'new',
			'old',
			'untrainable',
			'for nothing',
			'dateless',
			'expired',
			'not ready',
		]);
	});

	it('begins with what fits the locale in use, among what can be used', () => {
		const entities = [
			dataset({ displayName: 'other', locale: 'de-DE', ...born(9) }),
			dataset({ displayName: 'fitting', locale: 'EN-us', ...born(1) }),
			dataset({ displayName: 'failed', status: 'Failed', ...born(8) }),
			dataset({ displayName: 'no locale', locale: undefined as never, ...born(2) }),
		];
		const rank = fittingFirst(byStatus, new Set(['en-us']));
		expect(names(inOrder(entities, rank, NOW))).toEqual([
			'fitting',
			'other',
			'no locale',
			'failed',
		]);
	});

	it.each([[undefined], [{}], [{ supportsAdaptationsWith: ['Language'] }]])(
		'takes a base model for trainable unless its kinds are none: %j',
		(features) => {
			const { deprecationDates } = baseModel().properties ?? {};
			const base = baseModel({ properties: { deprecationDates, features } });
			expect(byTraining(base, NOW)).toBe(0);
		},
	);

	it('says what cannot be used any more', () => {
		const past = '2026-07-15T00:00:00Z';
		expect(modelLabel(customModel({ usableUntil: past }), NOW)).toMatch(
			/ · expired on 2026-07-15$/,
		);
		expect(baseModelLabel(baseModel({ trainableUntil: past }), NOW)).toBe(
			'20260912 · en-US · no longer trainable',
		);
		const dates = { adaptationDateTime: past, transcriptionDateTime: past };
		expect(baseModelLabel(baseModel({ properties: { deprecationDates: dates } }), NOW)).toBe(
			'20260912 · en-US · no longer trainable · expired',
		);
		expect(baseModelLabel(baseModel({ kinds: [] }), NOW)).toBe('20260912 · en-US · not trainable');
		expect(baseModelLabel(baseModel({ status: 'Running' }), NOW)).toMatch(/en-US · Running · /);
	});
});
