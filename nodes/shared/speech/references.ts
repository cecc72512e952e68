import type { EntityReference } from './entities';
import { InputError } from './inputError';

/** The groups of the service whose entities are addressed by a UUID, with their paths. */
export const COLLECTION_PATHS = {
	models: '/models',
	baseModels: '/models/base',
	datasets: '/datasets',
	endpoints: '/endpoints',
	evaluations: '/evaluations',
	projects: '/projects',
	copyOperations: '/operations/models/copy',
} as const;

export type Collection = keyof typeof COLLECTION_PATHS;

/** The group whose list is at a path; null when none is. */
export function collectionAt(path: string): Collection | null {
	const found = Object.entries(COLLECTION_PATHS).find(([, known]) => known === path);
	return found ? (found[0] as Collection) : null;
}

/** What a person calls an entity of each group, in the words of Azure's portal. */
export const COLLECTION_LABELS: Record<Collection, string> = {
	models: 'custom model',
	baseModels: 'base model',
	datasets: 'dataset',
	endpoints: 'endpoint',
	evaluations: 'test',
	projects: 'project',
	copyOperations: 'model copy',
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID, the only form an id has at the service. */
export function isUuid(text: string): boolean {
	return UUID.test(text);
}

/**
 * Reads group and id out of an entity URL such as `https://host/speechtotext/models/base/<id>?api-version=…`.
 *
 * @returns null when the path is no Custom Speech entity; the host is not looked at.
 */
export function parseEntityUrl(url: string): { collection: Collection; id: string } | null {
	if (!URL.canParse(url)) return null;
	const { pathname } = new URL(url);
	// v3.x URLs carry the version in the path; people still have them in old notes.
	const path = /^\/speechtotext(?:\/v\d[\w.-]*)?(\/.+?)\/?$/.exec(pathname)?.[1];
	const [, group, id] = /^(.*)\/([^/]+)$/.exec(path ?? '') ?? [];
	if (id === undefined || !isUuid(id)) return null;
	const collection = collectionAt(group);
	return collection && { collection, id: id.toLowerCase() };
}

/**
 * The id of an entity or reference the service sent.
 *
 * @throws InputError when its `self` is no Custom Speech URL.
 */
export function idOf(reference: EntityReference): string {
	const parsed = parseEntityUrl(String(reference?.self));
	if (parsed) return parsed.id;
	throw new InputError(
		'The service sent a URL without a custom speech ID.',
		'Make sure that the credential points to the Speech resource and not to another service.',
	);
}

/** Group and id of a reference, or null when there is none or it cannot be read. */
export function targetOf(reference: EntityReference | undefined | null) {
	return reference?.self ? parseEntityUrl(reference.self) : null;
}
