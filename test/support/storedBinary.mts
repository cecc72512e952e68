import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { BinaryDataService } from 'n8n-core';

const require = createRequire(import.meta.url);

// the container n8n-core itself asks; npm may have put another copy beside it
const beside = { paths: [dirname(require.resolve('n8n-core'))] };
const { Container } = require(require.resolve('@n8n/di', beside));

let opened;

/**
 * Puts a file where n8n keeps the files of executions by default: on disk. The item holds nothing but its id.
 *
 */
async function storedBinary(
	fileName: string,
	content: Buffer | import('node:stream').Readable,
): Promise<import('n8n-workflow').IBinaryData> {
	const service = Container.get(BinaryDataService);
	opened ??= service.init();
	await opened;
	const location = { type: 'execution', workflowId: 'test', executionId: 'test' };
	return await service.store(location, content, { mimeType: 'application/octet-stream', fileName });
}

/**
 * A file that lies in the item itself, as n8n keeps it in memory mode.
 *
 */
function heldBinary(
	fileName: string,
	content: Buffer | string,
): import('n8n-workflow').IBinaryData {
	const bytes = Buffer.from(content);
	return { data: bytes.toString('base64'), mimeType: 'application/octet-stream', fileName };
}

export { storedBinary, heldBinary };
