import type { Quirks } from '../quirks.mts';
import type { Limits } from './limits.mts';
import type { Line } from './lines.mts';

/** What is examined, and by which rules; a text is read by its lines, an archive from its file. */
export interface Material {
	file: string;
	lines: AsyncGenerator<Line>;
	locale: string;
	limits: Limits;
	quirks: Quirks;
}
