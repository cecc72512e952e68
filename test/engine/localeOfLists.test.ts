import type { INodeParameters, INodeType } from 'n8n-workflow';

import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch } from '../support/engine';
import { inDays, putBase } from '../support/resource';
import { byId } from '../support/locator';

const LOCALES = ['ja-JP', 'en-US', 'de-DE', 'en-GB'];

/** A locator as the editor sends it; null is what it makes of an expression that it cannot read. */
const holding = (value: string | null) => byId(value);

describe('the list of base models', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		for (const [index, locale] of LOCALES.entries()) {
			putBase(emulator, {
				displayName: `Base ${index}`,
				locale,
				createdDateTime: inDays(-1 - index),
				properties: { deprecationDates: { adaptationDateTime: inDays(200) } },
			});
		}
	});
	afterEach(async () => {
		await emulator.close();
	});

	async function open(node: INodeType, parameters: INodeParameters, filter?: string) {
		const credentials = credentialsFor(emulator);
		const given = { credentials, parameters };
		const { results } = await callListSearch(node, 'searchBaseModels', filter, undefined, given);
		return results.map(({ name }) => name.split(' · ').slice(0, 2).join(' '));
	}

	const put = (collection: 'datasets' | 'models', locale: string) =>
		emulator.put(collection, { displayName: 'One', locale });

	it('is the newest first while nothing is known', async () => {
		const names = await open(new SelectBaseline(), { locale: holding(null) });
		expect(names).toEqual(['Base 0 ja-JP', 'Base 1 en-US', 'Base 2 de-DE', 'Base 3 en-GB']);
	});

	it.each(['datasets', 'models'] as const)(
		'begins with the locales of the %s there are when an expression cannot be read',
		async (collection) => {
			put(collection, 'en-GB');
			put(collection, 'DE-de');
			const names = await open(new SelectBaseline(), { locale: holding(null) });
			expect(names).toEqual(['Base 2 de-DE', 'Base 3 en-GB', 'Base 0 ja-JP', 'Base 1 en-US']);
		},
	);

	it.each(['item', 'retrain'])('does so in Train Model, too, with source %s', async (operation) => {
		put('models', 'en-GB');
		const names = await open(new TrainModel(), { operation, modelId: holding(null) });
		expect(names[0]).toBe('Base 3 en-GB');
	});

	it('keeps what cannot be trained at the end, whatever its locale', async () => {
		put('models', 'fr-FR');
		const over = { deprecationDates: { adaptationDateTime: inDays(-9) } };
		putBase(emulator, { displayName: 'Past', locale: 'fr-FR', properties: over });
		const names = await open(new SelectBaseline(), {});
		expect(names[4]).toBe('Past fr-FR');
	});

	it('opens when what the resource has cannot be read', async () => {
		put('models', 'en-GB');
		for (const path of [/\/models$/, /\/datasets$/]) {
			emulator.addFault({ kind: 'status', status: 500, path, times: 9 });
		}
		await expect(open(new SelectBaseline(), {})).resolves.toHaveLength(LOCALES.length);
	});

	it('is of the locale of whichever dataset can be read', async () => {
		const { id } = put('datasets', 'de-DE');
		const dataset = [null, '', id].map((value) => ({ datasetId: holding(value) }));
		const parameters = { operation: 'new', datasets: { dataset } };
		await expect(open(new TrainModel(), parameters)).resolves.toEqual(['Base 2 de-DE']);
	});

	it.each([null, {}, { dataset: [] }, { dataset: [{}] }])(
		'opens while the datasets are %j',
		async (datasets) => {
			const parameters = { operation: 'new', datasets } as INodeParameters;
			await expect(open(new TrainModel(), parameters)).resolves.toHaveLength(LOCALES.length);
		},
	);

	it.each([
		['english', ['Base 1 en-US', 'Base 3 en-GB']],
		['british', ['Base 3 en-GB']],
		['japan', ['Base 0 ja-JP']],
		['german 2', ['Base 2 de-DE']],
	])('is searched by the language in words: %s', async (filter, found) => {
		await expect(open(new SelectBaseline(), {}, filter)).resolves.toEqual(found);
	});
});
