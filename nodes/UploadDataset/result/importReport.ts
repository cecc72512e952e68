import type { SpeechClient } from '../../shared/api/client';
import { downloadText } from '../../shared/api/download';
import { ServiceError } from '../../shared/api/serviceError';
import { entityPath } from '../../shared/api/urls';
import type { Dataset, EntityFile } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { readFile } from '../../shared/speech/shapes/readEntity';
import { parseReport } from './parseReport';
import type { RejectedLine } from './reportEntry';

/** What the service took of a dataset. */
export interface ImportReport {
	acceptedLineCount: number | null;
	rejectedLineCount: number | null;
	/** Of all lines; null when there are none, or nothing is known. */
	rejectedPercent: number | null;
	/** The first ones; null when the service does not tell which. */
	rejectedLines: RejectedLine[] | null;
}

/** Rejected lines that are shown. */
const MOST_LINES = 50;
/** A longer report is not read. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Reads what became of the lines of a processed dataset: the counts from the dataset, the rejected lines from its report.
 * A report that cannot be read costs the lines and nothing else.
 */
export async function readImport(client: SpeechClient, dataset: Dataset): Promise<ImportReport> {
	const { acceptedLineCount = null, rejectedLineCount = null } = dataset.properties ?? {};
	const all = (acceptedLineCount ?? 0) + (rejectedLineCount ?? 0);
	const isClean = rejectedLineCount === 0;
	const reported = isClean ? [] : await readRejectedLines(client, idOf(dataset)).catch(ifService);
	return {
		acceptedLineCount,
		rejectedLineCount,
		rejectedPercent: all === 0 ? null : Math.round(((rejectedLineCount ?? 0) / all) * 10_000) / 100,
		rejectedLines:
			reported && (isClean || reported.length > 0) ? reported.slice(0, MOST_LINES) : null,
	};
}

async function readRejectedLines(
	client: SpeechClient,
	datasetId: string,
): Promise<RejectedLine[] | null> {
	const path = `${entityPath('datasets', datasetId)}/files`;
	for await (const { values } of client.pages<EntityFile>(path, {}, readFile)) {
		const report = values.find(({ kind }) => kind === 'DatasetReport');
		if (!report) continue;
		if ((report.properties?.size ?? 0) > MOST_BYTES) return null;
		const { context, connection } = client;
		const link = report.links?.contentUrl;
		return parseReport(await downloadText(context, connection, link, MOST_BYTES));
	}
	return null;
}

function ifService(thrown: unknown): null {
	if (thrown instanceof ServiceError) return null;
	throw thrown;
}
