import type {
	Collection,
	EmulatorControl,
	Held,
} from '../../playground/emulator/emulatorControl.mts';

const DAY = 86_400_000;
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP', 'fr-FR', 'es-ES'];
const AT_ONCE = 50;

/** What a large resource holds. */
export const COUNTS = { models: 1_000, endpoints: 100, baseModels: 300 };

/** Fills an emulator: models that expire on days over two years, a tenth of them served by an endpoint. */
export async function fillResource(control: EmulatorControl): Promise<void> {
	for (const collection of ['endpoints', 'models', 'baseModels'] as const) {
		for (const { id } of await control.list(collection)) {
			await control.removeEntity(collection, id);
		}
	}
	const now = Date.now();
	const day = (number: number) => new Date(now + number * DAY).toISOString();
	await putAll(control, 'baseModels', COUNTS.baseModels, (index) => ({
		displayName: `Base ${index}`,
		locale: LOCALES[index % LOCALES.length],
		status: 'Succeeded',
		createdDateTime: day(-1 - index),
		properties: {
			deprecationDates: {
				adaptationDateTime: day(365 - index),
				transcriptionDateTime: day(730 - index),
			},
			features: { supportsAdaptationsWith: ['Language', 'Acoustic'] },
		},
	}));
	const models = await putAll(control, 'models', COUNTS.models, (index) => ({
		displayName: `Model ${index}`,
		locale: LOCALES[index % LOCALES.length],
		status: 'Succeeded',
		createdDateTime: day(-300),
		// Half a day past, so that no rounding of days decides.
		properties: { deprecationDates: { transcriptionDateTime: day((index % 730) + 0.5) } },
	}));
	await putAll(control, 'endpoints', COUNTS.endpoints, (index) => ({
		displayName: `Endpoint ${index}`,
		locale: LOCALES[index % LOCALES.length],
		status: 'Succeeded',
		model: models[index].id,
	}));
}

async function putAll<C extends Collection>(
	control: EmulatorControl,
	collection: C,
	count: number,
	entityAt: (index: number) => object,
): Promise<Held<C>[]> {
	const put: Held<C>[] = [];
	for (let begin = 0; begin < count; begin += AT_ONCE) {
		const indexes = Array.from({ length: Math.min(AT_ONCE, count - begin) }, (_, at) => begin + at);
		const entities = indexes.map((index) => control.put(collection, entityAt(index)));
		put.push(...(await Promise.all(entities)));
	}
	return put;
}
