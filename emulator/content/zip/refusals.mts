import { Unusable } from '../finding.mts';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const PATCH = 0x20;
const UNIX_HOSTS = [3, 19];
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/**
 * Refuses an entry that must not be read. Source: PKWARE APPNOTE 6.3, 4.4.4 and 4.4.5.
 */
function refuseHeader(
	{
		generalPurposeBitFlag: flags,
		compressionMethod: method,
	}: { generalPurposeBitFlag: number; compressionMethod: number },
	name: string,
) {
	if (flags & ENCRYPTED) throw unreadable(name, 'It is encrypted.');
	if ((method !== STORED && method !== DEFLATED) || flags & PATCH) {
		throw unreadable(name, 'Its compression is not supported.');
	}
}

function refuseLink(
	{ versionMadeBy, externalFileAttributes }: import('yauzl').Entry,
	name: string,
) {
	const isUnix = UNIX_HOSTS.includes(versionMadeBy >> 8);
	if (isUnix && ((externalFileAttributes >>> 16) & FILE_TYPE) === LINK) {
		throw unreadable(name, 'It is a link to another file.');
	}
}

function unreadable(name: string, why: string) {
	return new Unusable(`'${name}' cannot be read. ${why}`);
}

export { refuseHeader, refuseLink };
