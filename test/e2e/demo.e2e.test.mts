import { runDemo } from './support/runDemo.mts';

const NODES = [
	'Check Expiration',
	'Select Baseline',
	'Train Model',
	'Wait For Training',
	'Prepare Message',
];

describe('npm run demo', () => {
	test('with --once, retrains the model that is about to expire, trains one from a file, and ends with 0', async () => {
		const demo = runDemo('--once');
		const exitCode = await demo.ended;
		expect([exitCode, demo.errors()]).toEqual([0, '']);

		const lines = demo.lines();
		const story = NODES.map((name) => lines.findIndex((line) => line.trim().startsWith(name)));
		expect(story).not.toContain(-1);
		expect(story).toEqual([...story].sort((a, b) => a - b));
		expect(lines).toContainEqual(expect.stringMatching(/^Done: 'Retail en-US.*' can be used/));
		expect(lines).toContainEqual(expect.stringMatching(/^ {2}Upload Dataset +.*'plain-text'/));
		expect(lines.at(-1)).toMatch(/^Done: '.+' was trained from a file\.$/);
		expect(lines.join('\n')).not.toMatch(/undefined|NaN|\[object/);
	});

	test('leaves n8n open to look into, and takes everything along on Ctrl-C', async () => {
		const demo = runDemo();
		const url = await demo.printed(/n8n is open for you: (http:\S+)/);
		const emulator = await demo.printed(/emulator: +(http:\S+)/);
		await expect(fetch(url)).resolves.toMatchObject({ status: 200 });
		await expect(fetch(emulator)).resolves.toBeDefined();

		demo.interrupt();
		expect(await demo.ended).toBe(130);
		await expect(fetch(url)).rejects.toThrow('fetch failed');
		await expect(fetch(emulator)).rejects.toThrow('fetch failed');
	});
});
