import type { EntityReference, Project } from '../speech/entities';
import { targetOf } from '../speech/references';
import type { SpeechClient } from './client';
import { notFoundAsNull, readExisting } from './readExisting';

/**
 * Reads the project that something new is to belong to: the one a person chose, otherwise that of what it is made
 * from, which may have been deleted since.
 *
 * @returns null for none.
 * @throws InputError when the chosen one is not there.
 */
export async function readProject(
	client: SpeechClient,
	chosenId: string | null | undefined,
	inherited: EntityReference | null | undefined,
): Promise<Project | null> {
	if (chosenId) return await readExisting<Project>(client, 'projects', chosenId, 'Project');
	const id = targetOf(inherited)?.id;
	if (id === undefined) return null;
	return await client.readOnce<Project>('projects', id).catch(notFoundAsNull);
}
