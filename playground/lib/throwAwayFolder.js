const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { endWithUs } = require('./endWithUs');

/**
 * A folder that is gone when this process ends.
 *
 * @param {{ keep: boolean }} options `keep` leaves it behind, to look into
 * @returns {{ folder: string, remove: () => void }}
 */
function throwAwayFolder({ keep }) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custom-speech-playground-'));
	if (keep) return { folder, remove: () => {} };

	const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	endWithUs(remove);
	return { folder, remove };
}

module.exports = { throwAwayFolder };
