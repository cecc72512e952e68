import type { EndpointRecord } from '../records.mts';
import type { Moment } from '../service.mts';

/** How late a change is shown, by the emulator's clock. */
const LATE_MS = 2_000;

/**
 * Keeps how an endpoint is before a change, to be shown a little longer when the quirk wants it.
 */
export function hideChange(endpoint: EndpointRecord, { service, now }: Moment) {
	delete endpoint.shown;
	if (service.quirks.endpointChangeShown === 'atOnce') return;
	endpoint.shown = { record: structuredClone(endpoint), until: now + LATE_MS };
}

/**
 * An endpoint as it is shown at a moment: as it was, while its last change is hidden.
 */
export function shownRecord(endpoint: EndpointRecord, now: number): EndpointRecord {
	const { shown } = endpoint;
	return shown && now < shown.until ? shown.record : endpoint;
}
