import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../shared/speech/inputError';
import { quoted } from '../../shared/speech/text';
import { pause } from '../../shared/api/pause';
import type { ContentSource } from '../check/contentSource';
import { release } from '../check/release';

/** Bytes read at once from where n8n keeps files. */
const CHUNK_BYTES = 1024 * 1024;
/** Characters of Base64 taken at once: a multiple of 4, so that each piece stands for whole bytes. */
const CHUNK_CHARACTERS = 1024 * 1024;

/**
 * A file of an item, wherever n8n keeps it. One on disk or in a cloud store is read as a stream each time;
 * one in the item itself is in memory already and is decoded piece by piece.
 *
 * @param field Name of the item's field, for a file without a name.
 */
export async function storedFile(
	context: IExecuteFunctions,
	binary: IBinaryData,
	field: string,
): Promise<ContentSource> {
	const { id, data, fileName, fileExtension } = binary;
	const name = fileName ?? (fileExtension ? `${field}.${fileExtension}` : field);
	if (!id) {
		const plain = withoutSpace(data);
		return { name, bytes: Buffer.byteLength(plain, 'base64'), open: () => decoded(plain) };
	}
	const bytes = binary.bytes ?? (await sizeOf(context, id));
	return { name, bytes, open: () => streamed(context, id, name) };
}

async function sizeOf(context: IExecuteFunctions, id: string): Promise<number | null> {
	const metadata = await context.helpers.getBinaryMetadata(id).catch(() => null);
	return metadata?.fileSize ?? null;
}

async function* streamed(
	context: IExecuteFunctions,
	id: string,
	name: string,
): AsyncGenerator<Buffer> {
	try {
		for await (const chunk of await context.helpers.getBinaryStream(id, CHUNK_BYTES)) {
			yield chunk as Buffer;
			release(chunk as Buffer);
		}
	} catch {
		throw unreadable(name);
	}
}

/** Base64 in one line: as mail has it, it comes in lines, and pieces of it would not stand for whole bytes. */
function withoutSpace(data: string): string {
	// Hardly any has spaces, and a file may be large: it is copied only when it must be.
	return /\s/.test(data) ? data.replace(/\s+/g, '') : data;
}

async function* decoded(data: string): AsyncGenerator<Buffer> {
	for (let at = 0; at < data.length; at += CHUNK_CHARACTERS) {
		const piece = Buffer.from(data.slice(at, at + CHUNK_CHARACTERS), 'base64');
		yield piece;
		release(piece);
		// Nothing else here lets other executions have their turn.
		await pause(1);
	}
}

function unreadable(name: string): InputError {
	return new InputError(
		`The file ${quoted(name)} cannot be read from n8n's storage.`,
		'It may have been deleted with an old execution. Run the workflow from the node that provides the file.',
	);
}
