/** Longest piece of service text shown to a person, in characters. */
const LONGEST_TEXT = 500;

// Control characters, and the marks that reorder text on screen.
const CONTROLS = /[\p{Cc}\p{Bidi_Control}]+/gu;
const URL_QUERY = /(https?:\/\/[^\s"<>?]+)\?[^\s"<>]*/gi;
const URL_USER = /(https?:\/\/)[^\s/@]+@/gi;
/** A signature that a line break has cut off its URL. */
const SIGNATURE = /\bsig=[^\s&"<>]+/gi;

/** Takes users and queries off every URL in a text: a SAS or another secret may stand in them. */
export function withoutUrlSecrets(text: string): string {
	return text.replace(URL_QUERY, '$1').replace(URL_USER, '$1').replace(SIGNATURE, 'sig=…');
}

/** Text from outside made fit to show: one line, no control characters, no URL secrets, at most 500 characters. */
export function cleanText(text: unknown, longest = LONGEST_TEXT): string {
	const line = withoutUrlSecrets(String(text ?? ''))
		.replace(CONTROLS, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const characters = [...line];
	return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** A name from outside for a sentence, in single quotes and short. */
export function quoted(name: unknown): string {
	return `'${cleanText(name, 100)}'`;
}

/** A sentence's end: the text with exactly one closing mark. */
export function asSentence(text: string): string {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** `a model`, `an endpoint`. */
export function withArticle(noun: string): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** So many things are named one by one in a sentence. */
const MOST_NAMED = 3;

/** `A, B, C and 5 more`: more than three names would bury the sentence. */
export function named(names: string[]): string {
	const first = names.slice(0, MOST_NAMED).join(', ');
	return names.length > MOST_NAMED ? `${first} and ${names.length - MOST_NAMED} more` : first;
}

/** `1 dataset`, `2 datasets`, `3 entries`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
	return `${count} ${count === 1 ? noun : plural}`;
}
