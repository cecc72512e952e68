import { isObject } from '../speech/jsonObject';
import { isUuid, parseEntityUrl } from '../speech/references';

/** A page of a list, as the service sends it. */
export interface RawPage {
	values: unknown[];
	'@nextLink'?: unknown;
}

/** Whether a body can be told from an error page or a proxy's greeting; nothing else of it is trusted. */
export type Accepts = (body: unknown) => boolean;

/** An entity: it names itself by its URL, or a copy operation by its id. */
export const isEntity: Accepts = (body) => {
	if (!isObject(body)) return false;
	const { self, id } = body;
	return parseEntityUrl(String(self)) !== null || (typeof id === 'string' && isUuid(id));
};

/** A page of a list. A body without one must never pass for an empty list: a model would be trained twice. */
export const isPage: Accepts = (body) => isObject(body) && Array.isArray(body.values);

/** A file of an entity. */
export const isFile: Accepts = (entry) => isObject(entry) && typeof entry.name === 'string';

/** The answer to what is only done: nothing, or JSON nobody needs. A proxy's page is neither. */
export const isDone: Accepts = (body) => body === undefined || isObject(body);

/** The blocks of a dataset; a list of them can be missing. */
export const isBlockLists: Accepts = (body) =>
	isObject(body) && [body.committedBlocks, body.uncommittedBlocks].every(isBlockList);

function isBlockList(list: unknown): boolean {
	if (list === undefined || list === null) return true;
	return Array.isArray(list);
}

/** A block of a dataset's content. */
export const isBlock: Accepts = (block) => isObject(block) && typeof block.name === 'string';

/** A plain list, such as of locales. */
export const isList: Accepts = (body) => Array.isArray(body);
