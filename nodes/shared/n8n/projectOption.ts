import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../api/client';
import type { ApiVersion } from '../api/connection';
import { readProject } from '../api/readProject';
import type { CustomModel, Project } from '../speech/entities';
import { InputError } from '../speech/inputError';
import { readOptionalId } from './locatorValues';

/**
 * Reads a picked project's id; null when none is picked.
 *
 * @param name Path of the parameter, e.g. `options.projectId`.
 * @throws InputError when the credential's API version has no projects.
 */
export function readProjectOption(
	context: IExecuteFunctions,
	name: string,
	apiVersion: ApiVersion,
	itemIndex: number,
): string | null {
	const field = { name, label: 'Project', collection: 'projects' } as const;
	const id = readOptionalId(context, field, itemIndex);
	if (id !== null) checkHasProjects(apiVersion);
	return id;
}

/**
 * Reads the project that something made for a model is to belong to: the one picked in the options, otherwise the model's.
 *
 * @returns null for none.
 * @throws InputError when the picked one is not there, or the credential's API version has no projects.
 */
export async function readProjectFor(
	context: IExecuteFunctions,
	client: SpeechClient,
	model: Pick<CustomModel, 'project'>,
	itemIndex: number,
): Promise<Project | null> {
	const { apiVersion } = client.connection;
	const chosen = readProjectOption(context, 'options.projectId', apiVersion, itemIndex);
	return await readProject(client, chosen, model.project);
}

/**
 * Makes sure that projects can be used at all.
 *
 * @throws InputError when the API version has none; source: Microsoft Learn, "Migrate to 2024-11-15".
 */
export function checkHasProjects(apiVersion: ApiVersion): void {
	if (apiVersion !== '2024-11-15') return;
	throw new InputError(
		"'Project' cannot be used with API version 2024-11-15, which has no projects.",
		"Remove the option, or choose version 2025-10-15 in the credential's 'API Version'.",
	);
}
