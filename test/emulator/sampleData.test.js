'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { startEmulator } = require('./client.js');

const FOLDER = path.resolve(__dirname, '../../../shared/sample-data');

// Microsoft's published samples are not ours to carry along; where they lie beside this repository, all are examined.
const KINDS = /** @type {[RegExp, string][]} */ ([
	[/pronunciation\.txt$/, 'Pronunciation'],
	[/\.txt$/, 'Language'],
	[/\.md$/, 'LanguageMarkdown'],
	[/audio-and-trans\.zip$/, 'Acoustic'],
	[/\.zip$/, 'AudioFiles'],
]);

/** @returns {[string, string, string][]} path, kind, and locale of every sample */
function samples() {
	if (!fs.existsSync(FOLDER)) return [];
	const names = /** @type {string[]} */ (fs.readdirSync(FOLDER, { recursive: true }));
	return names.flatMap((name) => {
		const [locale, ...rest] = name.split(path.sep);
		const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
		return rest.length > 0 && kind ? [[name, kind, locale]] : [];
	});
}

const found = samples();

(found.length > 0 ? describe : describe.skip)('the published sample data', () => {
	/** @type {import('./client.js').Emulator} */
	let emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterAll(() => emulator.close());

	it.each(found.length > 0 ? found : [['none', '', '']])(
		'%s is accepted whole as %s',
		async (name, kind, locale) => {
			const { id } = emulator.put('datasets', { kind, locale });
			await emulator.putContent(id, fs.readFileSync(path.join(FOLDER, name)));
			const { status, properties } = /** @type {any} */ (emulator.get('datasets', id));
			expect([status, properties.error, properties.rejectedLineCount]).toEqual([
				'Succeeded',
				undefined,
				0,
			]);
			expect(properties.acceptedLineCount).toBeGreaterThan(0);
			const audio = ['Acoustic', 'AudioFiles'].includes(kind);
			expect(properties.durationMilliseconds > 0).toBe(audio);
		},
	);
});
