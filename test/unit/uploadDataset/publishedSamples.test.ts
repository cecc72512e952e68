import { createHash } from 'node:crypto';

import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { publishedSamples } from './samples';
import { DETECT, sourceOf, told } from './sources';

const KINDS: Array<[RegExp, string]> = [
	[/trans.*\.zip$/, 'Acoustic'],
	[/\.zip$/, 'AudioFiles'],
	[/structured.*\.md$/, 'LanguageMarkdown'],
	[/pronunciation/, 'Pronunciation'],
	[/\.txt$/, 'Language'],
];

const samples = publishedSamples();
const whenThere = samples.length > 0 ? describe : describe.skip;

whenThere('the published samples', () => {
	it.each([...samples, { path: 'nothing more', content: Buffer.from('sentence') }])(
		'pass: $path',
		async ({ path, content }) => {
			const inspection = await inspect(sourceOf(path, content), DETECT);
			expect(told(inspection.report).findings).toEqual([]);
			const known = KINDS.find(([pattern]) => pattern.test(path))?.[1];
			expect(inspection.kind).toBe(known ?? 'Language');
			const bom = inspection.isMended ? Buffer.from([0xef, 0xbb, 0xbf]) : Buffer.alloc(0);
			const sent = Buffer.concat([bom, content]);
			const sha256 = createHash('sha256').update(sent).digest('hex');
			expect(inspection.sent).toEqual({ sha256, bytes: sent.length });
		},
	);
});
