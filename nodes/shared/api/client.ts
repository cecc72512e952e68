import type { Entity } from '../speech/entities';
import type { Collection } from '../speech/references';
import type { Connection } from './connection';
import type { CallContext } from './exchange';
import { request, type Reply } from './request';
import { ServiceError } from './serviceError';
import { isDone, isEntity, isPage, type Accepts, type RawPage } from './shapes';
import { entityPath, nextPageUrl, ownLink, referenceTo, serviceUrl, type Query } from './urls';

/** A page as the rest of the package sees it; `next` is null on the last one. */
export interface PageOf<T> {
	values: T[];
	next: string | null;
	/** Seconds the service asks to wait before it is asked again about unfinished work. */
	retryAfter: number | null;
}

/** Entities asked for in one page; the service may send fewer. */
const PAGE_SIZE = 100;
/** More than any resource can hold: a service that always names a next page must not be followed for ever. */
const MOST_PAGES = 1_000;

/** One Speech resource, as seen from one run of a node. */
export class SpeechClient {
	/** What was read once and does not change during a run: base models, datasets, projects. */
	private readonly remembered = new Map<string, Promise<unknown>>();

	constructor(
		readonly context: CallContext,
		readonly connection: Connection,
	) {}

	/** Reads one entity afresh. */
	async read<T>(collection: Collection, id: string): Promise<Reply<T>> {
		return await this.get<T>(entityPath(collection, id), isEntity);
	}

	/** Reads one entity, asking the service only once in this run. */
	async readOnce<T>(collection: Collection, id: string): Promise<T> {
		const path = entityPath(collection, id);
		return await this.once(path, async () => (await this.get<T>(path, isEntity)).body);
	}

	/** Does something only once in this run; later callers get the first one's result. */
	async once<T>(key: string, task: () => Promise<T>): Promise<T> {
		const known = this.remembered.get(key) as Promise<T> | undefined;
		const result = known ?? task();
		if (!known) this.remembered.set(key, result);
		return await result;
	}

	/** Reads what is at a path. */
	async get<T>(path: string, accepts: Accepts, query?: Query): Promise<Reply<T>> {
		return await request<T>(this.context, this.connection, 'GET', this.url(path, query), accepts);
	}

	/** Creates an entity, once; `createOnce` is what makes that safe to try again. */
	async post<T>(path: string, body: object): Promise<T> {
		const url = this.url(path);
		return (await request<T>(this.context, this.connection, 'POST', url, isEntity, body)).body;
	}

	/** Sends bytes to a path. They may come more than once when an answer is lost. */
	async put(path: string, bytes: Buffer, query: Query): Promise<void> {
		const { context, connection } = this;
		await request(context, connection, 'PUT', this.url(path, query), isDone, bytes);
	}

	/** Deletes an entity; one that is not there any more counts as deleted. */
	async remove(collection: Collection, id: string): Promise<void> {
		const { context, connection } = this;
		const url = this.url(entityPath(collection, id));
		await request(context, connection, 'DELETE', url, isDone).catch(unlessGone);
	}

	/** Asks for something to be done, once; `createOnce` is what makes that safe to try again. */
	async order(path: string, body: object): Promise<void> {
		const { context, connection } = this;
		await request(context, connection, 'POST', this.url(path), isDone, body);
	}

	/** Changes an entity, once; a lost answer is an error, and a look at the entity tells whether it had its effect. */
	async patch<T>(path: string, body: object): Promise<T> {
		const url = this.url(path);
		return (await request<T>(this.context, this.connection, 'PATCH', url, isEntity, body)).body;
	}

	/**
	 * Reads a list page by page.
	 *
	 * @throws ServiceError when a page links to another list, back to a page already read, or on without end.
	 */
	async *pages<T>(
		path: string,
		query: Query = {},
		accepts: Accepts = isPage,
	): AsyncGenerator<PageOf<T>> {
		const seen = new Set<string>();
		let url: string | null = this.url(path, { top: PAGE_SIZE, ...query });
		while (url !== null) {
			if (seen.has(url) || seen.size === MOST_PAGES) throw endlessList();
			seen.add(url);
			const page: PageOf<T> = await this.page<T>(url, accepts);
			yield page;
			url = page.next;
		}
	}

	/** One page of a list by its URL, which must be on the credential's own host. */
	async page<T>(url: string, accepts: Accepts = isPage): Promise<PageOf<T>> {
		const link = ownLink(this.connection, url);
		const { context, connection } = this;
		const { body, retryAfter } = await request<RawPage<T>>(
			context,
			connection,
			'GET',
			link,
			accepts,
		);
		const next = body['@nextLink'] ? nextPageUrl(connection, link, body['@nextLink']) : null;
		return { values: body.values, next, retryAfter };
	}

	/** Every entity of a list. */
	async list<T = Entity>(path: string, query?: Query): Promise<T[]> {
		const all: T[] = [];
		for await (const { values } of this.pages<T>(path, query)) all.push(...values);
		return all;
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
