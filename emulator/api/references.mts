import type { DetailedErrorCode, EntityReference } from '../../contract/types.d.ts';
import type { Collection, Link, Records } from '../domain/records.mts';
import { invalid } from '../domain/refusal.mts';
import { sameLocale } from '../domain/rules/sameLocale.mts';
import type { RequestContext } from './requestContext.mts';
import { PATHS } from './views/urls.mts';

export interface Found<C extends Collection> {
	link: Link<C>;
	record: Records[C];
}

const REFUSAL: Partial<Record<Collection, DetailedErrorCode>> = {
	models: 'InvalidModel',
	baseModels: 'InvalidBaseModel',
	datasets: 'InvalidDataset',
	projects: 'InvalidProject',
};

/**
 * Finds the entity a body refers to. Only absolute URLs of this service are taken: no bare id, no other host.
 * @param collections what the field may refer to
 */
export function resolve<C extends Collection>(
	ctx: RequestContext,
	ref: EntityReference,
	field: string,
	collections: readonly C[],
): Found<C> {
	const refusal = REFUSAL[collections[0]] ?? 'InvalidPayload';
	const link = linkOf(ctx, ref.self, collections);
	if (typeof link === 'string') throw invalid(refusal, `'${field}': ${link}`, field);
	const record = ctx.service.store.get(link.collection, link.id);
	if (!record) {
		throw invalid(refusal, `'${field}' refers to an entity that does not exist.`, field);
	}
	return { link, record };
}

/**
 * The project of a new or changed entity, when the body names one.
 */
export function projectIn(
	ctx: RequestContext,
	{ project }: { project?: EntityReference },
	locale: string,
): Link<'projects'> | undefined {
	if (!project) return undefined;
	const { link, record } = resolve(ctx, project, 'project', ['projects']);
	sameLocale(locale, record, 'project');
	return link;
}

/**
 * @returns a link, or what is wrong with the URL
 */
function linkOf<C extends Collection>(
	ctx: RequestContext,
	self: string,
	collections: readonly C[],
): Link<C> | string {
	const url = new URL(self);
	if (url.origin !== ctx.origin && url.origin !== ctx.host.url) {
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
function pathsOf(
	{ service }: RequestContext,
	collection: Collection,
	all: readonly Collection[],
): string[] {
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
