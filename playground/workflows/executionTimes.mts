import type { N8nSession } from '../n8n/n8nSession.mts';
import { readExecution } from './execution.mts';

/** In milliseconds since the epoch. */
export interface Span {
	begun: number;
	ended: number;
}

/** When each node of an execution that has ended was at work; of one that ran several times, its last run. */
export async function executionTimes(session: N8nSession, id: string): Promise<Map<string, Span>> {
	const { runs } = await readExecution(session, id);
	return new Map(
		runs.map(([name, of]) => {
			const { startTime, executionTime } = of[of.length - 1];
			return [name, { begun: startTime, ended: startTime + executionTime }];
		}),
	);
}

/** When a node was at work that must have been. */
export function timesOf(times: Map<string, Span>, node: string): Span {
	const span = times.get(node);
	if (!span) throw new Error(`'${node}' did not run`);
	return span;
}
