import type { INodeParameters, INodeType } from 'n8n-workflow';

import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch } from '../support/engine';
import { inDays, putBase, putModel, stockUp } from '../support/resource';
import { defined } from '../support/defined';
import { byId } from '../support/locator';

/** Opens a list, and tells how long that took. */
async function open(
	emulator: { url: string; key: string },
	{ method = 'searchBaseModels', node = new SelectBaseline(), ...more }: Opened = {},
) {
	const begun = Date.now();
	const { filter, token, parameters = {} } = more;
	const credentials = credentialsFor(emulator as Emulator);
	const list = await callListSearch(node, method, filter, token, { credentials, parameters });
	const names = list.results.map(({ name }) => name.split(' · ')[0]);
	return { ...list, names, took: Date.now() - begun };
}

interface Opened {
	method?: string;
	node?: INodeType;
	filter?: string;
	token?: string;
	parameters?: INodeParameters;
}

describe('the list of base models of a service that has 1,200, oldest first', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		for (let number = 0; number < 1200; number++) {
			const age = 1200 - number;
			const lastDay = inDays(age <= 200 ? 400 - age : -age);
			putBase(emulator, {
				displayName: `Base ${number}`,
				locale: number % 10 === 0 ? 'de-DE' : 'en-US',
				createdDateTime: inDays(-age),
				properties: { deprecationDates: { adaptationDateTime: lastDay } },
			});
		}
	}, 60_000);
	beforeEach(() => {
		emulator.clearRequests();
	});
	afterAll(async () => {
		await emulator.close();
	});

	it('opens with those that can be trained from, newest first, within time and limit', async () => {
		const { names, took, paginationToken, results } = await open(emulator);
		expect(names).toEqual(Array.from({ length: 100 }, (_, index) => `Base ${1199 - index}`));
		expect(results[0].name).toMatch(/ · trainable until /);
		expect(paginationToken).toBe('100');
		expect(took).toBeLessThan(10_000);
		expect(emulator.requests().length).toBeLessThanOrEqual(20);
	});

	it('reaches all of them, each once, the untrainable ones last and labeled', async () => {
		const seen: string[] = [];
		let token: string | undefined;
		let last = '';
		do {
			const part = await open(emulator, { token });
			seen.push(...part.names);
			last = defined(part.results.at(-1)).name;
			token = part.paginationToken;
		} while (token);
		expect(seen).toHaveLength(1200);
		expect(new Set(seen).size).toBe(1200);
		expect(last).toMatch(/^Base 0 · de-DE · no longer trainable$/);
		expect(emulator.requests().length).toBeLessThanOrEqual(20);
	});

	it('finds what is typed among all of them', async () => {
		const { names, paginationToken } = await open(emulator, { filter: 'until BASE 77' });
		expect(names).toHaveLength(21);
		expect([names[0], names.at(-1)]).toEqual(['Base 1177', 'Base 77']);
		expect(paginationToken).toBeUndefined();
	});

	it.each<[string, INodeParameters]>([
		['picked', { locale: { __rl: true, mode: 'list', value: 'de-DE' } }],
		['typed in another case', { locale: byId('DE-de') }],
		['given by an expression', { locale: 'de-DE' }],
	])('asks for one locale only, %s', async (_how, parameters) => {
		const { names } = await open(emulator, { parameters });
		expect(names).toHaveLength(100);
		expect(names[0]).toBe('Base 1190');
		expect(emulator.requests().map(({ query }) => query.filter)).toEqual([
			"locale eq 'de-DE'",
			"locale eq 'de-DE'",
		]);
	});

	describe('in Train Model', () => {
		const train = new TrainModel();
		const chosen = (id: string): INodeParameters => ({
			operation: 'new',
			datasets: { dataset: [{ datasetId: byId(id) }] },
		});

		it('is of the locale of the chosen dataset', async () => {
			const { id } = emulator.put('datasets', { displayName: 'Deutsch', locale: 'de-DE' });
			const { names } = await open(emulator, { node: train, parameters: chosen(id) });
			expect(names[0]).toBe('Base 1190');
			expect(emulator.requests().map(({ path }) => path)).toEqual([
				`/datasets/${id}`,
				'/models/base',
				'/models/base',
			]);
		});

		it.each(['retrain', 'item'])(
			'is of the locale of the model, with source %s',
			async (source) => {
				const model = putModel(emulator, stockUp(emulator, 'fr-FR'), 100, { locale: 'fr-FR' });
				const parameters = { operation: source, modelId: byId(model.id) };
				const { names } = await open(emulator, { node: train, parameters });
				expect(names).not.toHaveLength(0);
				expect(new Set(names)).toEqual(new Set(['20260912 test']));
			},
		);

		it('knows the locale of a model that an expression gives as a whole', async () => {
			const whole = { id: '1b2c3d4e-0000-4000-8000-123456789abc', locale: 'de-DE' };
			const parameters = { operation: 'item', modelId: byId(whole as never) };
			const { names } = await open(emulator, { node: train, parameters });
			expect(names[0]).toBe('Base 1190');
			expect(emulator.requests()[0].path).toBe('/models/base');
		});

		it.each(['', '={{ $json.model }}', 'nonsense', '1b2c3d4e-0000-4000-8000-123456789abc'])(
			'is of every locale while %j is chosen',
			async (id) => {
				const { names } = await open(emulator, { node: train, parameters: chosen(id) });
				expect(names).toContain('Base 1199');
			},
		);
	});
});
