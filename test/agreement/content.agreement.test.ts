import { DATASET_KINDS, type DatasetKind } from '../../nodes/shared/speech/entities';
import { inspect } from '../../nodes/UploadDataset/check/inspect';
import { freshEmulator, type Emulator } from '../support/emulator';
import { makeZip } from '../support/makeZip.mts';
import { sourceOf } from '../unit/uploadDataset/sources';
import { someOf, variants, type Choice } from './choose';
import { TEXTS } from './texts';
import * as traits from './traits';

const LOCALES = {
	'en-US': 'en-US',
	'de-DE': 'de-DE',
	'ja-JP': 'ja-JP',
	'zh-CN': 'zh-CN',
	'fr-FR': 'fr-FR',
};
const AUDIO = { Acoustic: 'Acoustic', AudioFiles: 'AudioFiles' } as const;
const ARCHIVES = {
	line: traits.LINES,
	said: traits.SAID,
	transcripts: traits.TRANSCRIPT_NAMES,
	encoding: traits.ENCODINGS,
	sound: traits.SOUNDS,
	form: traits.ZIP_FORMS,
	name: traits.NAMES,
	besides: traits.BESIDES,
	locale: LOCALES,
	kind: AUDIO,
};
type ArchiveTraits = Choice<typeof ARCHIVES>;

/** Combinations of several traits at once, always the same ones. */
const COMBINATIONS = 400;

function archiveOf({
	line,
	said,
	transcripts,
	encoding,
	sound,
	form,
	name,
	besides,
}: ArchiveTraits) {
	const text = [line(name.called, said), 'two.wav\tand other words'].join('\n');
	return makeZip([
		form({ ...name.entry, content: sound }),
		{ name: 'two.wav', content: traits.SOUNDS.plain },
		...(transcripts === null ? [] : [{ name: transcripts, content: encoding(text) }]),
		...besides,
	]);
}

describe('the check before an upload and the service', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		// What the service only might do is judged by itself, below.
		emulator = await freshEmulator({ seed: 'bare', quirks: { repetitions: 'kept' } });
	});
	afterAll(async () => {
		await emulator.close();
	});

	/** What both make of a content: whether it is stopped, and how many of its lines are left out. */
	async function judge(content: Buffer, kind: DatasetKind, locale: string) {
		const rules = {
			kind,
			locale,
			tier: 'S0',
			usedFor: 'any',
			mayMend: true,
			isStrict: true,
		} as const;
		const { report, isMended } = await inspect(sourceOf('data', content), rules);
		const { id } = emulator.put('datasets', { kind, locale });
		await emulator.putContent(
			id,
			isMended ? Buffer.concat([Buffer.from('\ufeff'), content]) : content,
		);
		const { status, properties } = emulator.get('datasets', id) as unknown as {
			status: string;
			properties: { rejectedLineCount?: number; error?: { message: string } };
		};
		const rejected = properties.rejectedLineCount ?? 0;
		const node = { isStopped: report.findings.count > 0, leftOut: report.lines.dropped };
		const service = {
			isStopped: status === 'Failed' || rejected > node.leftOut,
			leftOut: rejected,
		};
		return {
			node: node.isStopped ? 'stopped' : `taken without ${node.leftOut} lines`,
			service: service.isStopped ? 'stopped' : `taken without ${service.leftOut} lines`,
			why: [...report.findings.shown, ...report.notes.shown].map(({ what }) => what).join(' '),
			error: properties.error?.message,
		};
	}

	async function expectAgreement(content: Buffer, kind: DatasetKind, locale: string) {
		const { node, service, why, error } = await judge(content, kind, locale);
		expect({ kind, locale, verdict: node, why, error }).toEqual({
			kind,
			locale,
			verdict: service,
			why,
			error,
		});
	}

	it.each(variants(ARCHIVES))('agree on an archive with %s', async (_what, choice) => {
		await expectAgreement(archiveOf(choice), choice.kind, choice.locale);
	});

	it.each(someOf(ARCHIVES, COMBINATIONS))('agree on an archive with %s', async (_what, choice) => {
		await expectAgreement(archiveOf(choice), choice.kind, choice.locale);
	});

	it.each(Object.entries(TEXTS))(
		'agree on %s, whatever its kind and locale',
		async (_what, text) => {
			for (const kind of DATASET_KINDS) {
				for (const locale of Object.keys(LOCALES)) {
					await expectAgreement(Buffer.from(text), kind, locale);
				}
			}
		},
	);
});
