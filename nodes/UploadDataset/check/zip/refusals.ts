import { inBytes } from '../sizeLimits';
import { BrokenArchive } from './brokenArchive';
import { DEFLATED, FLAGS, STORED } from './format';

/** What either header of an entry says of it. */
export interface EntryFacts {
	name: string;
	flags: number;
	method: number;
	isEncrypted: boolean;
}

/** Unpacked size from which the ratio is looked at: digital silence of a few minutes packs as well as a bomb. */
const SMALL_BYTES = 10 * 1024 * 1024;
/** Speech packs to about a half, and text to a tenth. */
const MOST_RATIO = 200;
/** All that an archive may unpack to: five times the largest one, which speech does not reach. */
const MOST_UNPACKED_BYTES = 10 * 1024 ** 3;

const ENCRYPTED = FLAGS.encrypted | FLAGS.stronglyEncrypted | FLAGS.masked;

/**
 * Refuses an entry that must not be read.
 *
 * @throws BrokenArchive for encryption, paths that lead out of the archive, and packing that is not Deflate.
 */
export function refuseEntry({ name, flags, method, isEncrypted }: EntryFacts): void {
	if (leadsOut(name)) {
		throw new BrokenArchive(
			'The path of the file points outside of the archive.',
			'Add the files to the zip file without folders.',
			name,
		);
	}
	if (isEncrypted || flags & ENCRYPTED) {
		throw new BrokenArchive(
			'The file is encrypted.',
			'Create the zip file without a password.',
			name,
		);
	}
	if ((method !== STORED && method !== DEFLATED) || flags & FLAGS.patch) {
		throw new BrokenArchive(
			`The file is compressed with method ${method}.`,
			'Create the zip file with the method Deflate.',
			name,
		);
	}
}

/**
 * Refuses an archive that unpacks to far more than speech ever does.
 *
 * @param unpackedSoFar Bytes of all entries up to this one.
 */
export function refuseBomb(
	name: string,
	{ packed, unpacked }: { packed: number; unpacked: number },
	unpackedSoFar: number,
): void {
	const isBomb = unpacked > SMALL_BYTES && unpacked > packed * MOST_RATIO;
	if (!isBomb && unpackedSoFar <= MOST_UNPACKED_BYTES) return;
	const sizes = isBomb
		? `The file expands from ${inBytes(packed)} to ${inBytes(unpacked)}`
		: `The archive expands to more than ${inBytes(MOST_UNPACKED_BYTES)}`;
	throw new BrokenArchive(
		`${sizes}, like a zip bomb.`,
		'Add only speech recordings to the zip file, and split large data into several files.',
		name,
	);
}

function leadsOut(name: string): boolean {
	const isAbsolute = /^[/\\]|^[a-z]:/i.test(name);
	return isAbsolute || name.includes('\0') || name.split(/[/\\]/).includes('..');
}
