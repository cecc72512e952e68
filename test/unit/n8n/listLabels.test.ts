import {
	baseModelLabel,
	datasetLabel,
	datedLabel,
	endpointLabel,
	modelLabel,
} from '../../../nodes/shared/n8n/listLabels';
import { baseModel, customModel, dataset, endpoint, project } from '../entities';
import { HOLES } from '../failures';

describe('the label of', () => {
	it.each([
		['a model', modelLabel(customModel()), 'Retail en-US · en-US · usable until 2028-10-15'],
		[
			'a model in training',
			modelLabel(customModel({ status: 'Running', usableUntil: null })),
			'Retail en-US · en-US · Running',
		],
		[
			'a failed model',
			modelLabel(customModel({ status: 'Failed', usableUntil: null })),
			'Retail en-US · en-US · Failed',
		],
		[
			'a base model',
			baseModelLabel(baseModel()),
			'20260912 · en-US · trainable until 2027-10-15 · text, audio',
		],
		[
			'a base model that cannot be trained',
			baseModelLabel(baseModel({ trainableUntil: null, kinds: [] })),
			'20260912 · en-US · not trainable',
		],
		[
			'a base model for batch transcription only',
			baseModelLabel(baseModel({ kinds: ['Acoustic'], endpoints: false })),
			'20260912 · en-US · trainable until 2027-10-15 · audio · no endpoints',
		],
		['a dataset', datasetLabel(dataset()), 'Product names · en-US · Language'],
		[
			'a failed dataset',
			datasetLabel(dataset({ status: 'Failed' })),
			'Product names · en-US · Language · Failed',
		],
		['an endpoint', endpointLabel(endpoint()), 'Retail live · en-US'],
		[
			'an endpoint at work',
			endpointLabel(endpoint({ status: 'Running' })),
			'Retail live · en-US · Running',
		],
		[
			'a project',
			datedLabel(project({ createdDateTime: '2026-11-01T00:00:00Z' })),
			'Retail · en-US · 2026-11-01',
		],
		['a project without a date', datedLabel(project()), 'Retail · en-US'],
	])('%s tells it apart', (_name, label, expected) => {
		expect(label).toBe(expected);
	});

	it.each([
		['text', ['Language', 'Pronunciation']],
		['audio', ['Acoustic', 'AudioFiles']],
		['text, audio', ['AudioFiles', 'OutputFormatting']],
	])('a base model for %s says so', (words, kinds) => {
		expect(baseModelLabel(baseModel({ kinds }))).toMatch(new RegExp(`15 · ${words}$`));
	});

	it('anything with the least it can have reads without holes', () => {
		const least = { self: '', displayName: 'X', locale: 'en-US' };
		for (const label of [modelLabel, baseModelLabel, endpointLabel, datedLabel]) {
			expect(label(least)).toMatch(/^X · en-US/);
			expect(label(least)).not.toMatch(HOLES);
		}
		expect(datasetLabel({ ...least, kind: 'Language' })).toBe('X · en-US · Language');
	});

	it('a name with odd characters is one clean line', () => {
		expect(endpointLabel(endpoint({ displayName: 'a\n\u202eb' }))).toBe('a b · en-US');
	});
});
