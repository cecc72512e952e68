import type yauzl from 'yauzl';

/** What an archive holds under a name. */
export interface Entry {
	name: string;
	/** All that the name may be read as, the likeliest first. */
	names: string[];
	/** In bytes, unpacked. */
	size: number;
	source: yauzl.Entry;
}
