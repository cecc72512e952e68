import { isoSeconds } from '../time/quarter.mts';
import { apiUrl, selfUrl } from './urls.mts';

/** The lists a project links to. */
const LISTS = ['evaluations', 'datasets', 'models', 'endpoints', 'transcriptions'];

/**
 * A project as the API shows it: no status, no counts.
 */
function projectView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	return {
		self: selfUrl(ctx, { collection: 'projects', id: record.id }),
		links: Object.fromEntries(
			LISTS.map((name) => [name, apiUrl(ctx, `/projects/${record.id}/${name}`)]),
		),
		...record.fields,
		createdDateTime: isoSeconds(record.createdAt),
	};
}

export { projectView };
