import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { NodeTest } from './engine';
import { engineFolder } from './engineFolder.mts';

const PROGRAM = path.resolve(import.meta.dirname, 'secondProcess.mts');

/** A run of one node in a process of its own. */
export interface Job {
	number: number;
	/** When it begins, in milliseconds since the epoch. */
	at: number;
	/** Where the node stands, relative to the root. */
	source: string;
	test: Omit<NodeTest, 'node'>;
}

/** What came of it. */
export interface Done {
	number: number;
	error?: string;
	json?: IDataObject;
	hints: string[];
}

/** Two processes with an n8n engine each. */
export class TwoProcesses {
	private readonly open = new Map<number, (done: Done) => void>();
	private jobs = 0;
	private pairs = 0;

	private constructor(private readonly processes: ChildProcess[]) {
		for (const process of processes) {
			process.on('message', (done: Done) => this.open.get(done.number)?.(done));
		}
	}

	static async start(): Promise<TwoProcesses> {
		const processes = [1, 2].map(() =>
			fork(PROGRAM, {
				execArgv: ['--import', import.meta.resolve('tsx')],
				env: { ...process.env, ENGINE_FOLDER: engineFolder() },
			}),
		);
		await Promise.all(
			processes.map(
				async (one) =>
					await new Promise((resolve, reject) => {
						one.once('message', resolve);
						one.once('exit', (code) => {
							reject(new Error(`The process ended with ${code}`));
						});
					}),
			),
		);
		return new TwoProcesses(processes);
	}

	/** Runs a node in each process, begun so many milliseconds apart; which one begins first takes turns. */
	async runPair(
		source: string,
		test: Omit<NodeTest, 'node'>,
		apartMs: number,
		at = Date.now(),
	): Promise<Done[]> {
		const first = ++this.pairs % 2;
		return await Promise.all(
			this.processes.map(
				async (_process, index) =>
					await this.runIn(index, source, test, index === first ? at : at + apartMs),
			),
		);
	}

	/** Runs a node in one of the processes. */
	async runOne(source: string, test: Omit<NodeTest, 'node'>): Promise<Done> {
		return await this.runIn(++this.pairs % 2, source, test, Date.now());
	}

	private async runIn(
		index: number,
		source: string,
		test: Omit<NodeTest, 'node'>,
		at: number,
	): Promise<Done> {
		const number = ++this.jobs;
		const job: Job = { number, at, source, test };
		const done = new Promise<Done>((resolve) => this.open.set(number, resolve));
		this.processes[index].send(job);
		return await done;
	}

	async stop(): Promise<void> {
		await Promise.all(
			this.processes.map(async (one) => {
				const ended = new Promise((resolve) => one.once('exit', resolve));
				one.kill();
				await ended;
			}),
		);
	}
}
