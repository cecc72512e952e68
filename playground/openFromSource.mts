import fs from 'node:fs';
import path from 'node:path';
import { signInOwner } from './n8n/signInOwner.mts';
import type { N8nSession } from './n8n/n8nSession.mts';
import { setUpN8n } from './n8n/setUpN8n.mts';
import { startN8n } from './n8n/startN8n.mts';
import { root } from './paths.mts';
import { runCommand } from './process/runCommand.mts';
import { withTemporaryFolder, type Closable } from './process/withTemporaryFolder.mts';

/** An n8n that has of this package only what commands typed in the repository have installed. */
export interface OpenedFromSource {
	/** The packages in n8n's folder for community nodes. */
	installed: string[];
	session: N8nSession;
}

/**
 * Types commands in the repository as someone with a fresh home folder would, and starts n8n for that person.
 *
 * @param name the folder its logs go to, below reports/logs
 */
export async function openFromSource(
	name: string,
	commands: string[],
): Promise<OpenedFromSource & Closable> {
	await setUpN8n(() => undefined);
	return await withTemporaryFolder(name, {}, async ({ folder, logFolder, started }) => {
		const env = { ...process.env, HOME: folder, CI: 'true' };
		for (const [index, command] of commands.entries()) {
			const log = path.join(logFolder, `command${index + 1}.log`);
			await runCommand(command, 'sh', ['-c', command], { cwd: root, log, env });
		}
		const modules = path.join(folder, '.n8n', 'nodes', 'node_modules');
		const installed = fs.readdirSync(modules).filter((entry) => !entry.startsWith('.'));
		const n8n = started(await startN8n(folder, logFolder));
		return { installed, session: await signInOwner(n8n.url) };
	});
}
