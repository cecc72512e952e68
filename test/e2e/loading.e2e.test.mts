import fs from 'node:fs';
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

describe('An n8n that has the package installed', () => {
	let session;

	beforeAll(async () => {
		session = await ownerSession();
	});

	test.each([
		'selectBaseline',
		'uploadDataset',
		'trainModel',
		'waitForTraining',
		'testModel',
		'deployModel',
		'checkExpiration',
	])('knows the node %s', async (name) => {
		const types = await session.get('/types/nodes.json');
		expect(types.map((type) => type.name)).toContain(`${manifest.name}.${name}`);
	});

	test.each(['azureCustomSpeechApi', 'azureCustomSpeechOAuth2Api'])(
		'knows the credential %s',
		async (name) => {
			const types = await session.get('/types/credentials.json');
			expect(types.map((type) => type.name)).toContain(name);
		},
	);

	test('serves the icons of every node and credential', async () => {
		const { url } = sharedPlayground();
		const types = [
			...(await session.get('/types/nodes.json')).filter((type) =>
				type.name.startsWith(manifest.name),
			),
			...(await session.get('/types/credentials.json')).filter((type) =>
				type.name.startsWith('azureCustomSpeech'),
			),
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
		const packages = await session.get('/rest/community-packages');
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
function readEntry(line) {
	return line.startsWith('{') ? JSON.parse(line) : { level: 'error', message: line };
}
