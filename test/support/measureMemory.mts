// Opens the list of models of one resource after the other, as the editor does, and tells how much memory was in use at
// most, beyond what was in use before the first. Arguments: endpoints. Prints one line of JSON.

import './engineEnvironment.mts';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node.ts';
import { callListSearch } from './engine.ts';

const LOOK_MS = 5;

async function open(endpoint: string): Promise<string> {
	const fields = { endpointType: 'custom', endpoint, apiKey: 'test-key', apiVersion: '2025-10-15' };
	const surroundings = { credentials: { azureCustomSpeechApi: fields }, parameters: {} };
	return await callListSearch(
		new SelectBaseline(),
		'searchModels',
		undefined,
		undefined,
		surroundings,
	).then(
		({ results }) => `${results.length} models`,
		(error: unknown) => String(error),
	);
}

const [first, ...endpoints] = process.argv.slice(2);
await open(first);
const before = process.memoryUsage.rss();
const grown: Array<{ said: string; megabytes: number }> = [];
for (const endpoint of endpoints) {
	let most = 0;
	const look = () => {
		most = Math.max(most, process.memoryUsage.rss() - before);
	};
	const timer = setInterval(look, LOOK_MS);
	const said = await open(endpoint);
	look();
	clearInterval(timer);
	grown.push({ said, megabytes: Math.round(most / 1e6) });
}
console.log(JSON.stringify(grown));
