/** Node.js has it from 22.5 on; the types in use are those of Node.js 20. */
declare module 'node:sqlite' {
	export class DatabaseSync {
		constructor(file: string, options?: { timeout?: number });
		exec(sql: string): void;
		prepare(sql: string): { run(...values: (string | number)[]): unknown };
	}
}
