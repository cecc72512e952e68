/**
 * @jest-environment <rootDir>/test/e2e/support/playgroundEnvironment.mts
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listOf, object, text } from '../../playground/json.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { root } from '../../playground/paths.mts';
import { closedAfterAll } from './support/closedAfterAll.mts';
import manifest from '../../package.json' with { type: 'json' };

/** What README and docs/install.md have people type; `test/docs/commands` compares. */
const BUILD_AND_PACK = 'npm ci && npm run build && npm pack';
const INSTALL =
	'npm install --legacy-peer-deps --prefix ~/.n8n/nodes ./n8n-nodes-custom-speech-0.1.0.tgz';

const namedTypes = listOf(object<{ name: string }>({ name: text }));

describe('The package installed from source', () => {
	let session: N8nSession;
	let installed: string[];
	const opened = closedAfterAll();

	beforeAll(async () => {
		// `npm ci` would take away what runs this test.
		const commands = [BUILD_AND_PACK.replace('npm ci && ', ''), INSTALL];
		({ session, installed } = opened(await openFromSource('fromSource', commands)));
	}, 600_000);

	afterAll(() => {
		rmSync(join(root, `${manifest.name}-${manifest.version}.tgz`), { force: true });
	});

	test('comes alone, without a copy of what n8n has', () => {
		expect(installed).toEqual([manifest.name]);
	});

	test('is loaded by an n8n that has never seen it', async () => {
		const types = namedTypes(await session.get('/types/nodes.json')).map(({ name }) => name);
		const wanted = manifest.n8n.nodes.map((file) => {
			const [, , folder] = file.split('/');
			return `${manifest.name}.${folder[0].toLowerCase()}${folder.slice(1)}`;
		});
		expect(types).toEqual(expect.arrayContaining(wanted));
	});
});
