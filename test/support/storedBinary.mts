import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

const require = createRequire(import.meta.url);

// the container n8n-core itself asks; npm may have put another copy beside it
const beside = { paths: [dirname(require.resolve('n8n-core'))] };
const { Container } = require(require.resolve('@n8n/di', beside)) as {
	Container: { get(service: typeof BinaryDataService): BinaryDataService };
};

let opened: Promise<void> | undefined;

/** Puts a file where n8n keeps the files of executions by default: on disk. The item holds nothing but its id. */
export async function storedBinary(
	fileName: string,
	content: Buffer | Readable,
): Promise<IBinaryData> {
	const service = Container.get(BinaryDataService);
	opened ??= service.init();
	await opened;
	const location = { type: 'execution', workflowId: 'test', executionId: 'test' } as const;
	const data = { data: '', mimeType: 'application/octet-stream', fileName };
	return await service.store(location, content, data);
}

/** A file that lies in the item itself, as n8n keeps it in memory mode. */
export function heldBinary(fileName: string, content: Buffer | string): IBinaryData {
	const bytes = Buffer.from(content);
	return { data: bytes.toString('base64'), mimeType: 'application/octet-stream', fileName };
}
