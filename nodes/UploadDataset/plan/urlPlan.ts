import type { SpeechClient } from '../../shared/api/client';
import { contentVersion } from '../../shared/api/contentVersion';
import { fingerprintOf } from '../../shared/speech/fingerprint';
import { InputError } from '../../shared/speech/inputError';
import { quoted } from '../../shared/speech/text';
import { kindByName } from '../check/detectKind';
import { withoutEnding } from './fileName';
import type { Settings } from './settings';
import { checkSignature } from './signedUrl';
import type { UploadPlan } from './uploadPlan';

/**
 * What is to be made of data behind a URL. It is the service that reads it: its kind is told by its name alone,
 * and its content is not looked at.
 *
 * @throws InputError when the text is no URL, its signature is not valid now, or its name leaves the kind open. The URL may hold a SAS and is not shown.
 */
export async function urlPlan(
	client: SpeechClient,
	typed: unknown,
	settings: Settings,
): Promise<UploadPlan> {
	const url = readUrl(typed);
	checkSignature(url, Date.now());
	const name = lastPart(url);
	const detected = settings.kind ? { kind: settings.kind, why: null } : kindByName(name);
	if (!detected) {
		throw new InputError(
			`The data type of the URL could not be detected from its name ${quoted(name)}.`,
			"Choose a 'Data Type'. The content is read only for files that come in with the item.",
		);
	}
	return {
		...detected,
		displayName: settings.displayName || withoutEnding(name),
		settings,
		fingerprint: await contentFingerprint(client, url),
		content: { url: url.toString() },
		inspection: null,
	};
}

function readUrl(typed: unknown): URL {
	const text = String(typed ?? '').trim();
	const url = URL.canParse(text) ? new URL(text) : null;
	const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
	if (url && isWeb && !url.username && !url.password) return url;
	throw new InputError(
		text === '' ? "'URL' is empty." : "'URL' is not a valid web address.",
		'Use an https URL that opens with one anonymous GET request, such as the URL of a blob with a SAS token.',
	);
}

/** Equal for equal content, as far as its host tells; a SAS changes nothing of it. */
async function contentFingerprint(client: SpeechClient, url: URL): Promise<string | null> {
	const version = await contentVersion(client.context, url.toString());
	if (version === null) return null;
	const address = `${url.origin}${url.pathname}`;
	return fingerprintOf([address, version]);
}

function lastPart({ pathname, hostname }: URL): string {
	const part = pathname.split('/').filter(Boolean).pop() ?? hostname;
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
