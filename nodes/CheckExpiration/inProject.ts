import { targetOf } from '../shared/speech/references';
import type { ExpirationFinding } from './checkExpiration';

/** What is left of a check once it is narrowed down to a project. */
export interface Narrowed {
	findings: ExpirationFinding[];
	/** How many name no project at all, so that it cannot be told whether they belong to it. */
	withoutProject: number;
}

/**
 * Keeps what belongs to a project. An entity need not name one, and none of the official examples of version
 * 2025-10-15 does; such ones are counted, so that nobody takes them for checked.
 *
 * @param projectId Null keeps everything.
 */
export function narrowToProject(findings: ExpirationFinding[], projectId: string | null): Narrowed {
	if (projectId === null) return { findings, withoutProject: 0 };
	const projects = findings.map(projectsOf);
	return {
		findings: findings.filter((_finding, index) => projects[index].includes(projectId)),
		withoutProject: projects.filter((named) => named.length === 0).length,
	};
}

function projectsOf({ model, endpoint }: ExpirationFinding): string[] {
	return [model, endpoint].flatMap((entity) => targetOf(entity?.project)?.id ?? []);
}

/** One sentence on what was left out; null for nothing. */
export function leftOut(withoutProject: number): string | null {
	if (withoutProject === 0) return null;
	return withoutProject === 1
		? '1 model or endpoint was omitted because it has no project.'
		: `${withoutProject} models and endpoints were omitted because they have no project.`;
}
