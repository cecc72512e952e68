import fs from 'node:fs';
import { flag, listOf, object, optional, recordOf, text } from '../../playground/json.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { sharedPlayground, ownerSession } from './support/sharedPlayground.mts';

import manifest from '../../package.json' with { type: 'json' };

const OF_N8N_ITSELF = [
	/related to your n8n setup/,
	/Migrations in progress/,
	/Python task runner/,
	// n8n 1
	/deprecations related to your environment variables/,
	/settings file .* too wide/,
];

/** A node or a credential as n8n tells its editor of it. */
interface TypeDescription {
	name: string;
	iconUrl?: string | Record<string, string>;
}

interface InstalledPackage {
	packageName: string;
	failedLoading?: boolean;
}

interface LogEntry {
	level: string;
	message: string;
}

const typeDescriptions = listOf(
	object<TypeDescription>({
		name: text,
		iconUrl: optional((url) => (typeof url === 'string' ? url : recordOf(text)(url))),
	}),
);

const installedPackages = listOf(
	object<InstalledPackage>({ packageName: text, failedLoading: optional(flag) }),
);

const logEntry = object<LogEntry>({ level: text, message: text });

describe('An n8n that has the package installed', () => {
	let session: N8nSession;

	beforeAll(() => {
		session = ownerSession();
	});

	const typesOf = async (kind: 'nodes' | 'credentials') =>
		typeDescriptions(await session.get(`/types/${kind}.json`));

	test.each([
		'selectBaseline',
		'uploadDataset',
		'trainModel',
		'waitForTraining',
		'testModel',
		'deployModel',
		'checkExpiration',
	])('knows the node %s', async (name) => {
		const types = await typesOf('nodes');
		expect(types.map((type) => type.name)).toContain(`${manifest.name}.${name}`);
	});

	test.each(['azureCustomSpeechApi', 'azureCustomSpeechOAuth2Api'])(
		'knows the credential %s',
		async (name) => {
			const types = await typesOf('credentials');
			expect(types.map((type) => type.name)).toContain(name);
		},
	);

	test('serves the icons of every node and credential', async () => {
		const { url } = sharedPlayground();
		const types = [
			...(await typesOf('nodes')).filter(({ name }) => name.startsWith(manifest.name)),
			...(await typesOf('credentials')).filter(({ name }) => name.startsWith('azureCustomSpeech')),
		];
		const icons = types.flatMap((type) => Object.values(type.iconUrl ?? {}));
		expect(icons.length).toBeGreaterThanOrEqual(2 * types.length);
		for (const icon of new Set(icons)) {
			const response = await fetch(`${url}/${icon}`);
			expect([icon, response.status, response.headers.get('content-type')]).toEqual([
				icon,
				200,
				expect.stringContaining('image/svg+xml'),
			]);
		}
	});

	test('lists it among the installed community packages, loaded', async () => {
		const packages = installedPackages(await session.get('/rest/community-packages'));
		const { name: packageName, version: installedVersion } = manifest;
		expect(packages).toEqual([expect.objectContaining({ packageName, installedVersion })]);
		// An older n8n says so only of one that it could not load.
		expect(packages[0].failedLoading ?? false).toBe(false);
	});

	test('logs no warning at its start that it would not log without the package', () => {
		const { log, startedAt } = sharedPlayground();
		// What comes later belongs to workflows, some of which are meant to fail.
		const entries = fs
			.readFileSync(log)
			.subarray(0, startedAt)
			.toString()
			.trim()
			.split('\n')
			.map(readEntry);
		const warnings = entries.filter(({ level }) => ['warn', 'error'].includes(level));
		const ours = warnings.filter(({ message }) => !OF_N8N_ITSELF.some((own) => own.test(message)));
		expect(ours).toEqual([]);
	});
});

/** A line that is no entry of n8n's logger is there because something printed it past the logger. */
function readEntry(line: string): LogEntry {
	return line.startsWith('{') ? logEntry(JSON.parse(line)) : { level: 'error', message: line };
}
