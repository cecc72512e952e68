import { DATASET_KINDS, type DatasetKind } from './entities';

/** The kinds of dataset as Azure's portal names them; its API has other names, which nobody reads there. */
const PORTAL_NAMES: Record<DatasetKind, string> = {
	Acoustic: 'Audio + Human-Labeled Transcript',
	AudioFiles: 'Audio Only',
	OutputFormatting: 'Output Format',
	Language: 'Plain Text',
	Pronunciation: 'Pronunciation',
	LanguageMarkdown: 'Structured Text',
};

/** The name a person reads for a kind of dataset; a kind that is new at the service keeps its own. */
export function kindName(kind: string): string {
	return isKnown(kind) ? PORTAL_NAMES[kind] : kind;
}

/** `Plain Text, Pronunciation`: the names of several kinds, for a sentence. */
export function kindNames(kinds: readonly string[], separator = ', '): string {
	return kinds.map(kindName).join(separator);
}

/** The kind a text means, by the name of the API or that of the portal, in whatever case; null when it is none. */
export function kindNamed(text: string): DatasetKind | null {
	const wanted = text.trim().toLowerCase();
	const isMeant = (kind: DatasetKind) =>
		[kind, PORTAL_NAMES[kind]].some((name) => name.toLowerCase() === wanted);
	return DATASET_KINDS.find(isMeant) ?? null;
}

function isKnown(kind: string): kind is DatasetKind {
	return (DATASET_KINDS as readonly string[]).includes(kind);
}
