import { isUtf8 } from 'node:buffer';
import yauzl from 'yauzl';
import { Unusable } from '../finding.mts';

/**
 * What the name of an entry may be, the likeliest first. Without the flag for UTF-8 and without a Unicode path field
 * it is code page 437 by the format, and often UTF-8 in practice. Source: PKWARE APPNOTE 6.3, appendix D.
 * @param entry whose strings are not decoded
 * @returns with `/` between folders, and no `./` in front
 */
function namesOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: yauzl.Entry): string[] {
	const told = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
	const asUtf8 = yauzl.getFileNameLowLevel(UTF8, fileNameRaw, [], false);
	const asCodePage = yauzl.getFileNameLowLevel(0, fileNameRaw, [], false);
	const isOpen = (generalPurposeBitFlag & UTF8) === 0 && told === asCodePage;
	const names = isOpen && isUtf8(fileNameRaw) ? [asUtf8, told] : [told];
	for (const name of names) refuseLeadingOut(name);
	return [...new Set(names.map((name) => name.replace(/^(\.\/)+/, '')))];
}

const UTF8 = 0x800;

/** @param {string} name */
function refuseLeadingOut(name: string) {
	const isOut = yauzl.validateFileName(name) !== null || name.includes('\0');
	if (isOut || /^(\.\/)+\//.test(name)) {
		throw new Unusable(`The path '${name}' leads out of the archive.`);
	}
}

/**
 * Equal for names that mean the same file: they may differ in case, and in how an accent is written.
 */
function nameKey(name: string) {
	return name.normalize('NFC').toLowerCase();
}

export { namesOf, nameKey };
