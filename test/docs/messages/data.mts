import type { INodeParameters } from 'n8n-workflow';
import { makeWav } from '../../support/makeWav.mts';
import { makeZip, type ZipEntry } from '../../support/makeZip.mts';
import { heldBinary } from '../../support/storedBinary.mts';
import type { ContactCentre } from '../support/contactCentre.mts';
import type { Scenario } from '../support/scenario.mts';

const LOCALE = { locale: 'en-US' };
const upload = (
	{ saidBy }: ContactCentre,
	name: string,
	content: Buffer | string,
	options: INodeParameters = {},
) => saidBy('Upload Dataset', LOCALE, { options }, { binary: { data: heldBinary(name, content) } });

const callsWith = (...texts: ZipEntry[]) =>
	makeZip([
		{ name: 'one.wav', content: makeWav() },
		{ name: 'two.wav', content: makeWav({ seed: 2 }) },
		...texts,
	]);

/** What Upload Dataset says. */
const scenarios: Scenario[] = [
	['no file', ({ saidBy }) => saidBy('Upload Dataset', LOCALE)],
	[
		'no locale',
		({ saidBy }) =>
			saidBy('Upload Dataset', {}, {}, { binary: { data: heldBinary('a.txt', 'a') } }),
	],
	[
		'a text that is not UTF-8',
		(centre) => upload(centre, 'sentences.txt', Buffer.from('good\ncafé au lait\n', 'latin1')),
	],
	[
		'a pronunciation without a tab',
		(centre) => upload(centre, 'pronunciation.txt', 'IEEE\ti triple e\n3CPO three c p o\n'),
	],
	[
		'a recording without a transcript',
		(centre) => {
			const recording = (name: string) => ({ name, content: makeWav() });
			const transcripts = { name: 'trans.txt', content: '\ufeffone.wav\tthe first recording' };
			const archive = makeZip([recording('one.wav'), recording('two.wav'), transcripts]);
			return upload(centre, 'calls.zip', archive);
		},
	],
	['a single recording', (centre) => upload(centre, 'call.wav', makeWav())],
	[
		'a document',
		(centre) => upload(centre, 'report.pdf', Buffer.from('255044462d312e370a00ff00', 'hex')),
	],
	[
		'names without an ending',
		(centre) =>
			upload(centre, 'calls.zip', callsWith({ name: 'trans.txt', content: 'one\ta\ntwo\tb' })),
	],
	[
		'two texts of transcripts',
		(centre) => {
			const monday = { name: 'monday.txt', content: 'one.wav\ta' };
			const tuesday = { name: 'tuesday.txt', content: 'two.wav\tb' };
			return upload(centre, 'calls.zip', callsWith(monday, tuesday));
		},
	],
	[
		'recordings too long for a training',
		(centre) => {
			const long = { name: 'one.wav', content: makeWav({ seconds: 41, sampleRate: 8_000 }) };
			const archive = makeZip([long, { name: 'trans.txt', content: 'one.wav\ta long call' }]);
			return upload(centre, 'calls.zip', archive, { usedFor: 'training' });
		},
	],
	['a glossary', (centre) => upload(centre, 'terms.txt', 'hello\tbonjour\ngood bye\tau revoir')],
	[
		'training data that cannot be compared',
		({ saidBy }) => {
			const transcripts = { name: 'trans.txt', content: '\ufeffone.wav\tthe first recording' };
			const archive = makeZip([{ name: 'one.wav', content: makeWav() }, transcripts]);
			const binary = {
				data: heldBinary('test.zip', archive),
				known: heldBinary('training.txt', Buffer.from('\ufeffthe first recording', 'utf16le')),
			};
			const options = { usedFor: 'testing', trainingDataFields: 'known' };
			return saidBy('Upload Dataset', LOCALE, { options }, { binary });
		},
	],
	[
		'an archive of a kind that cannot be told',
		(centre) => {
			const archive = makeZip([{ name: 'one.wav', content: makeWav() }]);
			const damaged = Buffer.concat([archive, Buffer.from('x')]);
			return upload(centre, 'calls.zip', damaged, { validate: 'warn' });
		},
	],
	[
		'too many lines rejected',
		(centre) =>
			upload(centre, 'pronunciation.txt', '\ufeffIEEE\ti triple e\n3CPO three c p o\n', {
				validate: 'warn',
			}),
	],
	[
		'a content that was there before',
		async (centre) => {
			const binary = { data: heldBinary('names.txt', '\ufeffthe first sentence\n') };
			await centre.run([{ node: 'Upload Dataset' }], { items: [{ json: LOCALE, binary }] });
			const options = { ifAlreadyUploaded: 'fail' };
			return await centre.saidBy('Upload Dataset', LOCALE, { options }, { binary });
		},
	],
	[
		'a URL that is none',
		({ saidBy }) =>
			saidBy('Upload Dataset', LOCALE, { operation: 'url', contentUrl: 'my-container/calls.zip' }),
	],
	...[
		['a URL that has expired', 'se=2020-01-01T00:00:00Z'],
		['a URL that is not yet valid', 'st=2999-01-01T00:00:00Z'],
	].map(
		([what, dates]): Scenario => [
			what,
			({ saidBy }) =>
				saidBy('Upload Dataset', LOCALE, {
					operation: 'url',
					contentUrl: `https://example.blob.core.windows.net/data/names.txt?${dates}`,
				}),
		],
	),
	[
		'a URL that does not tell the kind',
		({ saidBy }) =>
			saidBy('Upload Dataset', LOCALE, {
				operation: 'url',
				contentUrl: 'https://example.blob.core.windows.net/data/calls',
			}),
	],
];

export default scenarios;
