import type { IExecuteFunctions } from 'n8n-workflow';

import { cleanText } from '../../shared/speech/text';
import type { Progress } from './sendBlocks';

const MIB = 1024 * 1024;
/** Lines about one upload, whatever its size. */
const MOST_LINES = 20;

/** Writes to n8n's log how much of a dataset the service has: first and last block, and some in between. */
export function progressLog(
	context: IExecuteFunctions,
	displayName: string,
): (progress: Progress) => void {
	const { name } = context.getNode();
	let logged = 0;
	return ({ there, total, sent, blocks }) => {
		const step = there / total;
		if (sent > 1 && there < total && step - logged < 1 / MOST_LINES) return;
		logged = step;
		context.logger?.info(
			`${name}: ${inMib(there)} of ${inMib(total)} MiB of dataset '${cleanText(displayName, 100)}' sent (block ${sent} of ${blocks})`,
		);
	};
}

function inMib(bytes: number): string {
	return (bytes / MIB).toFixed(1);
}
