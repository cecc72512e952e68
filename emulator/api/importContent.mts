import type { DatasetRecord, JobError } from '../domain/records.mts';
import { examineContent } from '../domain/rules/examineContent.mts';
import { startImport } from '../domain/rules/startImport.mts';
import { TooLarge } from '../domain/store/blobs.mts';
import { isLoopback, patience } from './outgoing.mts';
import type { RequestContext } from './requestContext.mts';

/**
 * Starts the import of a dataset. Content is read from loopback only; any other URL is taken as readable, unread.
 */
export async function importContent(
	ctx: RequestContext,
	dataset: DatasetRecord,
	contentUrl: string,
) {
	const { hostname } = new URL(contentUrl);
	const error = isLoopback(hostname) ? await fetchContent(ctx, dataset, contentUrl) : undefined;
	startImport(ctx, dataset, error);
}

/**
 * @returns what went wrong
 */
async function fetchContent(
	{ service, host }: RequestContext,
	dataset: DatasetRecord,
	url: string,
): Promise<JobError | undefined> {
	const failed = (message: string) => ({ code: 'DataImportFailed', message });
	const most = service.limits.bytes[dataset.fields.kind];
	try {
		const signal = patience(host.closing.signal);
		// A redirect could lead away from loopback.
		const answer = await fetch(url, { signal, redirect: 'manual' });
		if (!answer.ok) return failed(`The content URL answered with status ${answer.status}.`);
		const written = await service.blobs.write(dataset.id, answer.body ?? [], most);
		return await examineContent(service, dataset, written);
	} catch (error) {
		if (error instanceof TooLarge) return failed(`The content has more than ${most} bytes.`);
		const message = error instanceof Error ? error.message : String(error);
		return failed(`The content URL cannot be read: ${message}.`);
	}
}
