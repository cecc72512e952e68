import type { Entity } from '../speech/entities';
import { COLLECTION_PATHS, collectionAt, type Collection } from '../speech/references';
import { entityReader } from '../speech/shapes/readEntity';
import type { Reader } from '../speech/shapes/readers';
import type { Connection } from './connection';
import type { CallContext } from './callContext';
import { leftOutText } from './leftOut';
import { request, type Reply, type Sendable } from './request';
import { ServiceError } from './serviceError';
import { readDone, readPage } from './shapes';
import { entityPath, nextPageUrl, ownLink, referenceTo, serviceUrl, type Query } from './urls';

/** A page as the rest of the package sees it; `next` is null on the last one. */
export interface PageOf<T> {
	values: T[];
	/** Entries that cannot be read: one odd entity must not take a whole list away. */
	leftOut: unknown[];
	/** Entries, as sent, that are in `values` without the fields that cannot be read. */
	mended: Map<T, unknown>;
	next: string | null;
	/** Seconds the service asks to wait before it is asked again about unfinished work. */
	retryAfter: number | null;
}

/** A request to a path of a resource. */
export type ClientRequest<T> = Sendable & { path: string; query?: Query; read: Reader<T> };

/** The policies to read by: in an execution, or for someone who opens a list in the editor. */
export type ReadPolicy = 'ask' | 'listInEditor';

/** Entities asked for in one page; the service may send fewer. */
const PAGE_SIZE = 100;
/** More than any resource can hold: a service that always names a next page must not be followed for ever. */
const MOST_PAGES = 1_000;

/** One Speech resource, as seen from one run of a node. */
export class SpeechClient {
	/** What was read once and does not change during a run: base models, datasets, projects. */
	private readonly remembered = new Map<string, Promise<unknown>>();
	/** Remarks made so far, each only once. */
	private readonly remarks = new Set<string>();

	private readonly reads: ReadPolicy;
	private readonly remark: (text: string) => void;

	/**
	 * @param reads The policy everything is read by.
	 * @param remark Tells a person what an answer lacks although the run goes on.
	 */
	constructor(
		readonly context: CallContext,
		readonly connection: Connection,
		{ reads, remark = () => {} }: { reads: ReadPolicy; remark?: (text: string) => void },
	) {
		this.reads = reads;
		this.remark = remark;
	}

	/**
	 * Sends a request to a path of this resource by a policy, which says how long, how often and after what it is tried.
	 *
	 * @throws ServiceError when no good answer came in the time of the policy, or the service refused.
	 */
	async send<T>({ path, query, ...sent }: ClientRequest<T>): Promise<Reply<T>> {
		const { context, connection } = this;
		return await request<T>({ ...sent, context, connection, url: this.url(path, query) });
	}

	/** Reads one entity afresh. */
	async read<T>(collection: Collection, id: string): Promise<Reply<T>> {
		const path = entityPath(collection, id);
		const read = entityReader<T>(collection);
		return await this.send({ method: 'GET', path, read, policy: this.reads });
	}

	/** Reads one entity, asking the service only once in this run. */
	async readOnce<T>(collection: Collection, id: string): Promise<T> {
		const key = entityPath(collection, id);
		return await this.once(key, async () => (await this.read<T>(collection, id)).body);
	}

	/** Does something only once in this run; later callers get the first one's result. */
	async once<T>(key: string, task: () => Promise<T>): Promise<T> {
		const known = this.remembered.get(key) as Promise<T> | undefined;
		const result = known ?? task();
		if (!known) this.remembered.set(key, result);
		return await result;
	}

	/** Creates an entity, once; `createOnce` is what makes that safe to try again. */
	async post<T>(collection: Collection, body: object): Promise<T> {
		const path = COLLECTION_PATHS[collection];
		const read = entityReader<T>(collection);
		return (await this.send({ method: 'POST', path, read, body, policy: 'change' })).body;
	}

	/** Changes an entity, once; a lost answer is an error, and a look at the entity tells whether it had its effect. */
	async patch<T>(collection: Collection, id: string, body: object): Promise<T> {
		const path = entityPath(collection, id);
		const read = entityReader<T>(collection);
		return (await this.send({ method: 'PATCH', path, read, body, policy: 'change' })).body;
	}

	/** Deletes an entity; one that is not there any more counts as deleted. */
	async remove(collection: Collection, id: string): Promise<void> {
		const path = entityPath(collection, id);
		const removal = { method: 'DELETE', path, read: readDone, policy: 'ask' } as const;
		await this.send(removal).catch(unlessGone);
	}

	/**
	 * Reads a list page by page.
	 *
	 * @param read Reads an entry; left out, as an entity of the group whose list is at the path.
	 * @throws ServiceError when a page has no readable link to the next, leads back to a page already read, or on without end.
	 */
	async *pages<T>(
		path: string,
		query: Query = {},
		read: Reader<T> = readerAt<T>(path),
	): AsyncGenerator<PageOf<T>> {
		const seen = new Set<string>();
		let url: string | null = this.url(path, { top: PAGE_SIZE, ...query });
		while (url !== null) {
			if (seen.has(url) || seen.size === MOST_PAGES) throw endlessList();
			seen.add(url);
			const page: PageOf<T> = await this.page(url, read);
			yield page;
			url = page.next;
		}
	}

	/** One page of a list by its URL, which must be on the credential's own host. */
	async page<T>(url: string, read: Reader<T>): Promise<PageOf<T>> {
		const link = ownLink(this.connection, url);
		const { context, connection, reads: policy } = this;
		const ask = async () => {
			const asked = { context, connection, method: 'GET', url: link, policy } as const;
			const { body, retryAfter } = await request({ ...asked, read: readPage });
			return { ...readEntries(body.values, read), nextLink: body['@nextLink'] ?? '', retryAfter };
		};
		let page: Awaited<ReturnType<typeof ask>> | null = await ask();
		// Something else may have answered in the place of the service this once; it may be long, so it is let go first.
		if (page.values.length === 0 && page.leftOut.length > 0) page = null;
		const { nextLink, ...entries } = (page ??= await ask());
		const next = nextLink === '' ? null : nextPageUrl(connection, link, nextLink);
		return { ...entries, next };
	}

	/** Every entity of a list that can be read; a person is told of the others. */
	async list<T = Entity>(path: string, query?: Query): Promise<T[]> {
		return await this.readList(path, query, ({ values }) => values);
	}

	/**
	 * Every entity of a list that is in the form the API promises, and the entries that are not, as sent; a person is told
	 * of those that cannot be read at all.
	 */
	async listWithRest<T = Entity>(
		path: string,
		query?: Query,
	): Promise<{ values: T[]; leftOut: unknown[] }> {
		const leftOut: unknown[] = [];
		const values = await this.readList<T>(path, query, (page) => {
			for (const entry of [...page.leftOut, ...page.mended.values()]) leftOut.push(entry);
			return page.values.filter((entity) => !page.mended.has(entity));
		});
		return { values, leftOut };
	}

	private async readList<T>(
		path: string,
		query: Query | undefined,
		wanted: (page: PageOf<T>) => T[],
	): Promise<T[]> {
		const values: T[][] = [];
		const leftOut: unknown[][] = [];
		for await (const page of this.pages<T>(path, query)) {
			values.push(wanted(page));
			leftOut.push(page.leftOut);
		}
		if (leftOut.some(({ length }) => length > 0)) {
			this.remarkOnce(leftOutText(path, leftOut.flat()));
		}
		return values.flat();
	}

	/** Tells a person something although the run goes on, each text only once. */
	remarkOnce(text: string): void {
		if (!this.remarks.has(text)) this.remark(text);
		this.remarks.add(text);
	}

	/** URL of a list or entity on this resource. */
	url(path: string, query?: Query): string {
		return serviceUrl(this.connection, path, query);
	}

	/** How a request body names another entity of this resource. */
	reference(collection: Collection, id: string) {
		return referenceTo(this.connection, collection, id);
	}
}

/** @throws Error for the path of no list of entities, whose entries need a reader of their own. */
function readerAt<T>(path: string): Reader<T> {
	const collection = collectionAt(path);
	if (collection === null) throw new Error(`No list of entities is at ${path}`);
	return entityReader(collection);
}

function readEntries<T>(
	entries: unknown[],
	read: Reader<T>,
): Pick<PageOf<T>, 'values' | 'leftOut' | 'mended'> {
	const values: T[] = [];
	const leftOut: unknown[] = [];
	const mended = new Map<T, unknown>();
	for (const entry of entries) {
		let isOdd = false;
		const value = read(entry, () => (isOdd = true));
		if (value === undefined) leftOut.push(entry);
		else values.push(value);
		if (value !== undefined && isOdd) mended.set(value, entry);
	}
	return { values, leftOut, mended };
}

function unlessGone(error: unknown): void {
	if (!(error instanceof ServiceError && error.isNotFound)) throw error;
}

function endlessList(): ServiceError {
	return new ServiceError({
		kind: 'malformed',
		message: 'The service sends a list that has no end, so it cannot be read.',
		advice: 'Try again later.',
	});
}
