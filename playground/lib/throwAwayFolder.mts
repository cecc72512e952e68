import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endWithUs } from './endWithUs.mts';

/**
 * A folder that is gone when this process ends.
 *
 * @param options `keep` leaves it behind, to look into
 */
function throwAwayFolder({ keep }: { keep: boolean }): { folder: string; remove: () => void } {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custom-speech-playground-'));
	if (keep) return { folder, remove: () => {} };

	const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	endWithUs(remove);
	return { folder, remove };
}

export { throwAwayFolder };
