import {
	baseModelLabel,
	datasetLabel,
	datedLabel,
	endpointLabel,
	modelLabel,
} from '../../../nodes/shared/n8n/listLabels';
import { baseModel, customModel, dataset, endpoint, NOW, project } from '../entities';
import { HOLES } from '../failures';

/** So many characters of an entry fit into the list of a panel that is as wide as n8n opens it. */
const SEEN = 62;

describe('the label of', () => {
	it.each([
		['a model', () => modelLabel(customModel()), 'Retail en-US · usable until 2028-10-15'],
		[
			'a model in training',
			() => modelLabel(customModel({ status: 'Running', usableUntil: null })),
			'Retail en-US · Running',
		],
		[
			'a failed model',
			() => modelLabel(customModel({ status: 'Failed', usableUntil: null })),
			'Retail en-US · Failed',
		],
		[
			'a base model',
			() => baseModelLabel(baseModel()),
			'20260912 · en-US · trainable until 2027-10-15 · text, audio',
		],
		[
			'a base model that cannot be trained',
			() => baseModelLabel(baseModel({ trainableUntil: null, kinds: [] })),
			'20260912 · en-US · not trainable',
		],
		[
			'a base model for batch transcription only',
			() => baseModelLabel(baseModel({ kinds: ['Acoustic'], endpoints: false })),
			'20260912 · en-US · trainable until 2027-10-15 · audio · no endpoints',
		],
		[
			'a base model of the past',
			() => baseModelLabel(baseModel({ trainableUntil: '2025-10-15T00:00:00Z' }), NOW),
			'20260912 · en-US · no longer trainable',
		],
		['a dataset', () => datasetLabel(dataset()), 'Product names · en-US · Plain Text'],
		[
			'a failed dataset',
			() => datasetLabel(dataset({ status: 'Failed' })),
			'Product names · en-US · Failed · Plain Text',
		],
		['an endpoint', () => endpointLabel(endpoint()), 'Retail live · en-US'],
		[
			'an endpoint at work',
			() => endpointLabel(endpoint({ status: 'Running' })),
			'Retail live · en-US · Running',
		],
		[
			'a project',
			() => datedLabel(project({ createdDateTime: '2026-11-01T00:00:00Z' })),
			'Retail · en-US · 2026-11-01',
		],
		['a project without a date', () => datedLabel(project()), 'Retail · en-US'],
	])('%s tells it apart', (_name, label, expected) => {
		expect(label()).toBe(expected);
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
		expect(datasetLabel({ ...least, kind: 'Language' })).toBe('X · en-US · Plain Text');
	});

	it.each([
		['Acoustic', 'Audio + Human-Labeled Transcript'],
		['AudioFiles', 'Audio Only'],
		['Language', 'Plain Text'],
		['LanguageMarkdown', 'Structured Text'],
		['OutputFormatting', 'Output Format'],
		['Pronunciation', 'Pronunciation'],
		['Something2030', 'Something2030'],
	])('a dataset of kind %s names it as the field does: %s', (kind, name) => {
		expect(datasetLabel(dataset({ kind }))).toBe(`Product names · en-US · ${name}`);
	});

	it.each([
		['Retail en-US', 'Retail en-US'],
		['retail_EN_us_2', 'retail_EN_us_2'],
		['(en-US)', '(en-US)'],
		['Retail en -- US', 'Retail en -- US'],
		['Retail', 'Retail · en-US'],
		['Retail en-USA', 'Retail en-USA · en-US'],
		['Retail en-GB', 'Retail en-GB · en-US'],
		['Len-US', 'Len-US · en-US'],
	])('%s has its locale once', (displayName, shown) => {
		expect(endpointLabel(endpoint({ displayName }))).toBe(shown);
	});

	it('a long name gives way to the date, and keeps its end', () => {
		const displayName =
			'Retail and wholesale customers of the northern stores en-US (base 20260912)';
		const shown = modelLabel(customModel({ displayName }));
		expect(shown).toBe('Retail and wholesal…12) · en-US · usable until 2028-10-15');
		expect(Array.from(shown).length).toBeLessThanOrEqual(SEEN);
	});

	it.each(['n'.repeat(1000), '👍🏽'.repeat(99), 'x '.repeat(70)])(
		'is never longer than what is seen, and ends with the date: %.20s',
		(displayName) => {
			const last = '2027-10-15T00:00:00Z';
			for (const shown of [
				modelLabel(customModel({ displayName, usableUntil: last })),
				datedLabel(project({ displayName, createdDateTime: last })),
			]) {
				expect(Array.from(shown).length).toBeLessThanOrEqual(SEEN);
				expect(shown).toMatch(/…\S.* · en-US · .*2027-10-15$/);
			}
		},
	);

	it.each([
		['just fits', `${'a'.repeat(40)}${'客'.repeat(5)}`, /^a{40}客{5}$/],
		['does not fit by one narrow letter', `i${'a'.repeat(40)}${'客'.repeat(5)}`, /^ia+…客+$/],
	])('a name that %s is seen whole, or without its middle', (_what, displayName, shown) => {
		expect(datedLabel({ self: '', displayName })).toMatch(shown);
	});

	it.each(['x '.repeat(70), 'xy '.repeat(50), `${'ab c '.repeat(30)}d`, 'a bc '.repeat(40)])(
		'a name that is cut at a space has none left there: %.9s',
		(displayName) => {
			expect(datedLabel({ self: '', displayName })).toMatch(/\S…\S/);
		},
	);

	it('a name can be recognized however much is to be said of it', () => {
		const status = 'WaitingForSomethingThatTakesLongerThanAnythingBefore';
		const shown = endpointLabel(endpoint({ displayName: '顧客窓口'.repeat(12), status }));
		expect(shown).toBe(`顧客窓口顧客… · en-US · ${status}`);
	});

	it('the date after a name as long as Whisper has is seen whole', () => {
		const whisper = baseModel({ displayName: '20240228 Whisper Large V2', endpoints: false });
		expect(baseModelLabel(whisper, NOW)).toBe(
			'20240228 Whisper…V2 · en-US · trainable until 2027-10-15 · text, audio · no endpoints',
		);
	});

	it('letters twice as wide take twice the room', () => {
		const shown = modelLabel(customModel({ displayName: '顧客窓口'.repeat(12), locale: 'ja-JP' }));
		expect(shown).toMatch(/^[^…]{10}…[^…] · ja-JP · usable until 2028-10-15$/);
	});

	it('a name with odd characters is one clean line', () => {
		expect(endpointLabel(endpoint({ displayName: 'a\n\u202eb' }))).toBe('a b · en-US');
	});
});
