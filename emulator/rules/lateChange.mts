export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

/** How late a change is shown, by the emulator's clock. */
const LATE_MS = 2_000;

/**
 * Keeps how an endpoint is before a change, to be shown a little longer when the quirk wants it.
 */
function hideChange(record: EntityRecord, ctx: ViewContext) {
	delete record.inner.shown;
	if (ctx.service.quirks.endpointChangeShown === 'atOnce') return;
	record.inner.shown = { record: structuredClone(record), until: ctx.now + LATE_MS };
}

/**
 * An endpoint as it is shown at a moment: as it was, while its last change is hidden.
 */
function shownRecord(record: EntityRecord, { now }: ViewContext): EntityRecord {
	const { shown } = record.inner;
	return shown && now < shown.until ? shown.record : record;
}

export { hideChange, shownRecord };
