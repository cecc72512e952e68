// Opens a list in the editor from one endpoint after the other and tells how much memory was in use at most, beyond what
// was in use after the first. Arguments: endpoints. Prints one line of JSON for each but the first.

import { createRequire } from 'node:module';
import './engineEnvironment.mts';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node.ts';
import type * as policies from '../../nodes/shared/api/policies.ts';
import { callListSearch } from './engine.ts';

const LOOK_MS = 5;
/** On a loaded machine tens of megabytes take longer than a person would wait. */
const PATIENCE_MS = 50_000;

// The very module of the nodes, which an import would make anew.
const require = createRequire(import.meta.url);
const { POLICIES } = require('../../nodes/shared/api/policies.ts') as Pick<
	typeof policies,
	'POLICIES'
>;
Object.assign(POLICIES.listInEditor, { timeoutMs: PATIENCE_MS, patienceMs: PATIENCE_MS });

/** What a person reads. */
async function openList(endpoint: string): Promise<string> {
	const fields = { endpointType: 'custom', endpoint, apiKey: 'test-key' };
	const search = callListSearch(new SelectBaseline(), 'searchModels', undefined, undefined, {
		credentials: { azureCustomSpeechApi: fields },
		parameters: {},
	});
	return await search.then(
		({ results }) => `${results.length} models`,
		(error: unknown) => String(error),
	);
}

const [first, ...endpoints] = process.argv.slice(2);
await openList(first);
const before = process.memoryUsage.rss();
for (const endpoint of endpoints) {
	let most = 0;
	const look = () => {
		most = Math.max(most, process.memoryUsage.rss() - before);
	};
	const timer = setInterval(look, LOOK_MS);
	const said = await openList(endpoint);
	look();
	clearInterval(timer);
	console.log(JSON.stringify({ said, megabytes: Math.round(most / 1e6) }));
}
