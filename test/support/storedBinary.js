const { dirname } = require('node:path');
const { BinaryDataService } = require('n8n-core');

// the container n8n-core itself asks; npm may have put another copy beside it
const beside = { paths: [dirname(require.resolve('n8n-core'))] };
const { Container } = require(require.resolve('@n8n/di', beside));

let opened;

/**
 * Puts a file where n8n keeps the files of executions by default: on disk. The item holds nothing but its id.
 *
 * @param {string} fileName
 * @param {Buffer | import('node:stream').Readable} content
 * @returns {Promise<import('n8n-workflow').IBinaryData>}
 */
async function storedBinary(fileName, content) {
	const service = Container.get(BinaryDataService);
	opened ??= service.init();
	await opened;
	const location = { type: 'execution', workflowId: 'test', executionId: 'test' };
	return await service.store(location, content, { mimeType: 'application/octet-stream', fileName });
}

/**
 * A file that lies in the item itself, as n8n keeps it in memory mode.
 *
 * @param {string} fileName
 * @param {Buffer | string} content
 * @returns {import('n8n-workflow').IBinaryData}
 */
function heldBinary(fileName, content) {
	const bytes = Buffer.from(content);
	return { data: bytes.toString('base64'), mimeType: 'application/octet-stream', fileName };
}

module.exports = { storedBinary, heldBinary };
