import { invalidRequest } from '../http/apiError.mts';
import { PATHS } from '../views/urls.mts';

export type Collection = import('../types.mts').Collection;

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

export type Found = { link: import('../types.mts').Link; record: EntityRecord };

/** @type {Partial<Record<Collection, string>>} */
const REFUSAL: Partial<Record<Collection, string>> = {
	models: 'InvalidModel',
	baseModels: 'InvalidBaseModel',
	datasets: 'InvalidDataset',
	projects: 'InvalidProject',
};

/**
 * Finds the entity a body refers to. Only absolute URLs of this service are taken: no bare id, no other host.
 * @param collections what the field may refer to
 */
function resolve(
	ctx: ViewContext,
	ref: { self: string },
	field: string,
	collections: Collection[],
): Found {
	const refusal = REFUSAL[collections[0]] ?? 'InvalidPayload';
	const link = linkOf(ctx, ref.self, collections);
	if (typeof link === 'string') throw invalidRequest(refusal, `'${field}': ${link}`, field);
	const record = ctx.service.store.get(link.collection, link.id);
	if (!record) {
		throw invalidRequest(refusal, `'${field}' refers to an entity that does not exist.`, field);
	}
	return { link, record };
}

/**
 * @returns a link, or what is wrong with the URL
 */
function linkOf(
	ctx: ViewContext,
	self: string,
	collections: Collection[],
): import('../types.mts').Link | string {
	const url = new URL(self);
	if (url.origin !== ctx.origin && url.origin !== ctx.service.url) {
		return 'the URL belongs to another host.';
	}
	for (const collection of collections) {
		const ids = pathsOf(ctx, collection, collections).map((path) => idAfter(url, path));
		const id = ids.find((one) => one !== undefined);
		if (id) return { collection, id };
	}
	return `the URL is no entity of ${collections.map((name) => PATHS[name]).join(' or ')}.`;
}

/**
 * Where the entities of a collection can stand. What the service itself writes is taken back too.
 * @param all the field may refer to
 */
function pathsOf({ service }: ViewContext, collection: Collection, all: Collection[]) {
	const plain = service.quirks.baseReference === 'plain' && !all.includes('models');
	const also = collection === 'baseModels' && plain ? [PATHS.models] : [];
	return [PATHS[collection], ...also];
}

function idAfter({ pathname }: URL, path: string) {
	const prefix = `/speechtotext${path}/`;
	const id = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
	const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
	return isId ? id.toLowerCase() : undefined;
}

/**
 * Refuses content whose locale differs from what it refers to.
 */
function sameLocale(locale: string, record: EntityRecord, field: string) {
	if (record.fields.locale === locale) return;
	throw invalidRequest(
		'InvalidLocale',
		`The locale '${locale}' differs from '${record.fields.locale}' of '${field}'.`,
		field,
	);
}

/**
 * The project of a new or changed entity, when the body names one.
 */
function projectRef(
	ctx: ViewContext,
	body: { project?: { self: string } },
	locale: string,
): Record<string, import('../types.mts').Link> {
	if (!body.project) return {};
	const { link, record } = resolve(ctx, body.project, 'project', ['projects']);
	sameLocale(locale, record, 'project');
	return { project: link };
}

export { resolve, sameLocale, projectRef };
