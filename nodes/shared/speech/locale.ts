/** A locale written the service's way, such as `en-US`; null when the text is no locale. */
export function normalizeLocale(text: string): string | null {
	const match = /^([a-z]{2,3})-(?:([a-z]{4})-)?([a-z]{2}|\d{3})(-[a-z0-9-]+)?$/i.exec(text.trim());
	if (!match) return null;
	const [, language, script, region, rest = ''] = match;
	const scriptPart = script ? `-${script[0].toUpperCase()}${script.slice(1).toLowerCase()}` : '';
	return `${language.toLowerCase()}${scriptPart}-${region.toUpperCase()}${rest.toLowerCase()}`;
}

/** Whether two locales are the same, whatever their case. */
export function sameLocale(one: string | undefined, other: string | undefined): boolean {
	return one?.toLowerCase() === other?.toLowerCase();
}
