import path from 'node:path';
import { root } from './paths.mts';
import { startProcess } from './startProcess.mts';
import { typescriptArguments } from './typescriptArguments.mts';

/**
 * Starts the Custom Speech emulator, as `npm run emulator` does.
 *
 * @param folder where it keeps what is uploaded, and which is removed after it: it is ended without a warning
 *   `speed` is how many of its seconds pass in one of ours
 */
async function startEmulator(
	folder: string,
	logFolder: string,
	{ seed = 'demo', speed = 1 }: { seed?: string; speed?: number } = {},
): Promise<{ url: string; key: string; stop: () => Promise<void> }> {
	const cli = path.join(root, 'emulator', 'cli.mts');
	const args = [
		...typescriptArguments,
		cli,
		'--port',
		'0',
		'--seed',
		seed,
		'--speed',
		String(speed),
	];
	const started = await startProcess('The emulator', process.execPath, args, {
		cwd: root,
		env: { ...process.env, TMPDIR: folder },
		log: path.join(logFolder, 'emulator.log'),
		isReady: (line) => line.startsWith('{') && 'url' in JSON.parse(line),
		patience: 30_000,
	});
	const { url, key } = JSON.parse(started.readyLine);
	return { url, key, stop: started.stop };
}

export { startEmulator };
