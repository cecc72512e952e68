import { isObject } from '../speech/jsonObject';
import { number, objectOf, required, text, type Reader } from '../speech/shapes/readers';

/** A page of a list, as the service sends it. */
export interface RawPage {
	values: unknown[];
	'@nextLink'?: unknown;
}

/** A block of a dataset's content, as the service lists it. */
export interface Block {
	/** Its id. */
	name: string;
	/** In bytes. */
	size: number;
}

/** The blocks of a dataset: those the content is made of, and those that wait for it. */
export interface BlockLists {
	committed: unknown[];
	uncommitted: Block[];
}

/** A page of a list. A body without one must never pass for an empty list: a model would be trained twice. */
export const readPage: Reader<RawPage> = (body) =>
	isObject(body) && Array.isArray(body.values)
		? { values: body.values, '@nextLink': body['@nextLink'] }
		: undefined;

/** The answer to what is only done: nothing, or JSON nobody needs. A proxy's page is neither. */
export const readDone: Reader<object> = (body) => {
	if (body === undefined) return {};
	return isObject(body) ? body : undefined;
};

/** The texts in a plain list, such as of locales. */
export const readTexts: Reader<string[]> = (body) =>
	Array.isArray(body)
		? body.filter((entry: unknown): entry is string => typeof entry === 'string')
		: undefined;

const readBlock = objectOf<Block>({ name: required(text), size: required(number) });

/**
 * The blocks of a dataset; the service leaves out a list that is empty. A block that cannot be read is sent again; one
 * in the content tells that there is content all the same.
 */
export const readBlockLists: Reader<BlockLists> = (body, noteOdd) => {
	if (!isObject(body)) return undefined;
	const committed = listIn(body.committedBlocks);
	const waiting = listIn(body.uncommittedBlocks);
	if (committed === undefined || waiting === undefined) return undefined;
	return { committed, uncommitted: waiting.flatMap((block) => readBlock(block, noteOdd) ?? []) };
};

function listIn(value: unknown): unknown[] | undefined {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : undefined;
}
