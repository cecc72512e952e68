const DAY = 86_400_000;
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP', 'fr-FR', 'es-ES'];
const AT_ONCE = 50;

/** What a large resource holds. */
const COUNTS = { models: 1_000, endpoints: 100, baseModels: 300 };

/**
 * Fills an emulator: models that expire on days over two years, a tenth of them served by an endpoint.
 *
 */
async function fillResource(
	control: ReturnType<typeof import('../../playground/lib/emulatorControl.mts').emulatorControl>,
) {
	for (const collection of ['endpoints', 'models', 'baseModels']) {
		for (const { id } of await control.get(`/entities/${collection}`)) {
			await control.remove(`/entities/${collection}/${id}`);
		}
	}
	const now = Date.now();
	const day = (number) => new Date(now + number * DAY).toISOString();
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

async function putAll(control, collection, count, entityAt) {
	const put = [];
	for (let begin = 0; begin < count; begin += AT_ONCE) {
		const indexes = Array.from({ length: Math.min(AT_ONCE, count - begin) }, (_, at) => begin + at);
		const entities = indexes.map((index) =>
			control.post(`/entities/${collection}`, entityAt(index)),
		);
		put.push(...(await Promise.all(entities)));
	}
	return put;
}

export { fillResource, COUNTS };
