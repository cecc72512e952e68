import type { ProjectLinks } from '../../../contract/types.d.ts';
import type { ProjectRecord } from '../../domain/records.mts';
import type { ViewContext } from '../context.mts';
import { isoSeconds } from '../dates.mts';
import { apiUrl, selfUrl } from './urls.mts';

/**
 * A project as the API shows it: no status, no counts.
 */
export function projectView(record: ProjectRecord, ctx: ViewContext) {
	const list = (name: keyof ProjectLinks) => apiUrl(ctx, `/projects/${record.id}/${name}`);
	return {
		self: selfUrl(ctx, { collection: 'projects', id: record.id }),
		links: {
			evaluations: list('evaluations'),
			datasets: list('datasets'),
			models: list('models'),
			endpoints: list('endpoints'),
			transcriptions: list('transcriptions'),
		},
		...record.fields,
		createdDateTime: isoSeconds(record.createdAt),
	};
}
