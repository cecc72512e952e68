import type { Moment } from '../domain/service.mts';

/** What a view needs to know besides the record. */
export interface ViewContext extends Moment {
	/** Links name the host the caller used. */
	origin: string;
	version: string;
	/** Links to content are signed with it. */
	secret: string;
}

/**
 * Projects came back with 2025-10-15.
 */
export function hasProjects(version: string) {
	return version !== '2024-11-15';
}
