import type { Entity } from './entities';

/**
 * Microsoft's two pages for custom speech. What belongs to no project is shown by neither, and no address of a single
 * entity is documented, so they are named and not linked.
 * Source: Microsoft Learn, "Upload training and testing datasets for custom speech" (5/2025), and the how-to pages,
 * which have a part for each of the two.
 */
const STUDIO = 'Speech Studio';
const FOUNDRY = 'Microsoft Foundry (Fine-tuning)';

/** Where a person sees what belongs to a project. */
export const EITHER_PORTAL = `${STUDIO} or ${FOUNDRY}`;

/** What both of them have in common. */
export const BOTH_PORTALS = `${STUDIO} and ${FOUNDRY}`;

/** Whether the portals show an entity: only when it names a project. */
export function isInPortals(entity: Pick<Entity, 'project'> | null): boolean {
	return Boolean(entity?.project?.self);
}

/** A sentence on where to look at an entity by hand, with the ID to look for. */
export function whereToLook(entity: Pick<Entity, 'project'> | null, id: string): string {
	return isInPortals(entity)
		? `Check it in ${EITHER_PORTAL}, ID ${id}.`
		: `It has no project (ID ${id}), and ${BOTH_PORTALS} show only what belongs to a project.`;
}
