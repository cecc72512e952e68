import { listOf, object, text } from '../json.mts';

/** What n8n's database is told of an installed package. */
export interface InstallRecord {
	/** The file of the database. */
	database: string;
	/** Name, version, and name and mail address of the author. */
	packageRow: string[];
	/** Of each node its display name, its type, its newest version and the package. */
	nodeRows: (string | number)[][];
}

export const installRecord = object<InstallRecord>({
	database: text,
	packageRow: listOf(text),
	nodeRows: listOf(listOf((value) => (typeof value === 'number' ? value : text(value)))),
});
