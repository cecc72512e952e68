import { takeContent } from '../content/takeContent.mts';
import { TooLarge } from '../store/blobs.mts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const PATIENCE_MS = 10_000;

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

export type JobError = import('../types.mts').JobError;

/**
 * Starts the import of a dataset. Content is read from loopback only; any other URL is taken as readable, unread.
 */
async function importContent(ctx: ViewContext, record: EntityRecord, contentUrl: string) {
	const { hostname } = new URL(contentUrl);
	const error = LOOPBACK.has(hostname) ? await fetchContent(ctx, record, contentUrl) : undefined;
	startImport(ctx, record, error);
}

/**
 * Plans the job that takes the content in; unless scripted otherwise, it fails when the content cannot be used.
 */
function startImport(
	{ service, now }: ViewContext,
	record: EntityRecord,
	error: JobError | undefined,
) {
	const script = service.outcomes.find('datasets', record);
	record.job = service.plan('datasets', record, 'dataset', now);
	if (error && !script?.status && !script?.error) record.job.end = { status: 'Failed', error };
}

/**
 * @returns what went wrong
 */
async function fetchContent(
	{ service }: ViewContext,
	record: EntityRecord,
	url: string,
): Promise<JobError | undefined> {
	const failed = (/** @type {string} */ message: string) => ({ code: 'DataImportFailed', message });
	const most = service.options.limits.bytes[record.fields.kind];
	try {
		const signal = AbortSignal.any([service.closing.signal, AbortSignal.timeout(PATIENCE_MS)]);
		// A redirect could lead away from loopback.
		const answer = await fetch(url, { signal, redirect: 'manual' });
		if (!answer.ok) return failed(`The content URL answered with status ${answer.status}.`);
		const written = await service.blobs.write(record.id, answer.body ?? [], most);
		return await takeContent(service, record, written);
	} catch (error) {
		if (error instanceof TooLarge) return failed(`The content has more than ${most} bytes.`);
		return failed(`The content URL cannot be read: ${(error as Error).message}.`);
	}
}

export { importContent, startImport };
