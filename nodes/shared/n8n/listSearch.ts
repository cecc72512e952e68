import type { Search, searches } from './searches';

type SearchName = keyof typeof searches;

/** The searches by the names the lists give. What they need is loaded with the first list a person opens. */
export const listSearch: Record<SearchName, Search> = {
	searchModels: loaded('searchModels'),
	searchBaseModels: loaded('searchBaseModels'),
	searchDatasets: loaded('searchDatasets'),
	searchTestDatasets: loaded('searchTestDatasets'),
	searchEndpoints: loaded('searchEndpoints'),
	searchEvaluations: loaded('searchEvaluations'),
	searchProjects: loaded('searchProjects'),
	searchLocales: loaded('searchLocales'),
};

function loaded(name: SearchName): Search {
	return async function (filter, paginationToken) {
		const { searches: all } = await import('./searches');
		return await all[name].call(this, filter, paginationToken);
	};
}
