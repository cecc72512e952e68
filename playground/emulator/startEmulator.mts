import path from 'node:path';
import { object, text } from '../json.mts';
import { root } from '../paths.mts';
import { startProcess } from '../process/startProcess.mts';
import { typescriptArguments } from '../process/typescriptArguments.mts';
import type { Stoppable } from '../process/withTemporaryFolder.mts';
import type { EmulatorAccess } from './emulatorControl.mts';

export type RunningEmulator = EmulatorAccess & Stoppable;

const access = object<EmulatorAccess>({ url: text, key: text });

/**
 * Starts the Custom Speech emulator, as `npm run emulator` does.
 *
 * @param folder where it keeps what is uploaded, and which is removed after it: it is ended without a warning
 * @param options.speed how many of its seconds pass in one of ours
 */
export async function startEmulator(
	folder: string,
	logFolder: string,
	{ seed = 'demo', speed = 1 }: { seed?: string; speed?: number } = {},
): Promise<RunningEmulator> {
	const cli = path.join(root, 'emulator', 'cli.mts');
	const options = ['--port', '0', '--seed', seed, '--speed', String(speed)];
	const { readyLine, stop } = await startProcess(
		'The emulator',
		process.execPath,
		[...typescriptArguments, cli, ...options],
		{
			cwd: root,
			env: { ...process.env, TMPDIR: folder },
			log: path.join(logFolder, 'emulator.log'),
			isReady: (line) => line.startsWith('{') && line.includes('"url"'),
			patience: 30_000,
		},
	);
	const { url, key } = access(JSON.parse(readyLine));
	return { url, key, stop };
}
