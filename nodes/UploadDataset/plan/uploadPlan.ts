import type { DatasetKind } from '../../shared/speech/entities';
import type { ContentSource } from '../check/contentSource';
import type { Inspection } from '../check/inspect';
import type { Settings } from './settings';

/** Bytes to send, once they are known. */
export interface Payload {
	source: ContentSource;
	/** Whether a byte order mark goes in front. */
	isMended: boolean;
	/** Of all that is sent, the mark included. */
	sha256: string;
	bytes: number;
}

/** One dataset to be made, everything about it known before anything is asked of the service. */
export interface UploadPlan {
	displayName: string;
	kind: DatasetKind;
	/** Why it is taken for this kind; null when the person said so. */
	why: string | null;
	settings: Settings;
	/**
	 * Equal for equal content; null when nothing is known of what stands behind a URL,
	 * so that no dataset can be told to hold the same.
	 */
	fingerprint: string | null;
	content: Payload | { url: string };
	/** What was found in the file; null for what was not looked at. */
	inspection: Inspection | null;
}
