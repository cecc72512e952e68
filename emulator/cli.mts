import { parseArgs } from 'node:util';
import { startEmulator } from './server.mts';

const HELP = `Usage: npm run emulator -- [options]

  --port N      port to listen on (default: a free one)
  --host H      address to bind (default: 127.0.0.1)
  --state FILE  keep the state in this file; goes on from it when it exists
  --speed X     how many times faster than real time its clock runs (default: 1)
  --seed NAME   empty, bare, demo, large, or a JSON file (default: empty)
  --key K       resource key to accept (default: random)
  --help        this text

Prints one line of JSON when ready: {"url": ..., "key": ...}
`;

/** What is wrong with the command line. */
class UsageError extends Error {}

/** @param {string[]} args */
function readArguments(args: string[]) {
	const text = { type: 'string' } as const;
	try {
		return parseArgs({
			args,
			options: {
				port: text,
				host: text,
				state: text,
				speed: text,
				seed: text,
				key: text,
				help: { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

function numberOf(name: string, value: string | undefined, accepts: (number: number) => boolean) {
	if (value === undefined) return undefined;
	const number = Number(value);
	if (value.trim() === '' || !accepts(number))
		throw new UsageError(`--${name} cannot be '${value}'`);
	return number;
}

/** @param {string[]} args */
async function main(args: string[]) {
	const given = readArguments(args);
	if (given.help) return void process.stdout.write(HELP);
	const emulator = await startEmulator({
		port: numberOf(
			'port',
			given.port,
			(port) => Number.isInteger(port) && port >= 0 && port < 65536,
		),
		speed: numberOf('speed', given.speed, (speed) => Number.isFinite(speed) && speed >= 0),
		host: given.host,
		stateFile: given.state,
		seed: given.seed,
		key: given.key,
		rateLimit: true,
	});
	const stop = () => void emulator.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	process.stdout.write(`${JSON.stringify({ url: emulator.url, key: emulator.key })}\n`);
}

main(process.argv.slice(2)).catch((error) => {
	process.stderr.write(`emulator: ${error.message}\n`);
	if (error instanceof UsageError) process.stderr.write(`\n${HELP}`);
	process.exitCode = error instanceof UsageError ? 2 : 1;
});
