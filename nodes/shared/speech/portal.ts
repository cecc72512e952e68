/**
 * Where a person looks at the resource by hand.
 * Source: Microsoft Learn, Custom Speech how-to pages and "Sovereign clouds"; deep links are not documented.
 */
const PORTALS: Array<[hostEnding: string, portalUrl: string]> = [
	['.microsoft.com', 'https://speech.microsoft.com/portal'],
	['.cognitiveservices.azure.com', 'https://speech.microsoft.com/portal'],
	['.azure.us', 'https://speech.azure.us'],
	['.microsoft.us', 'https://speech.azure.us'],
	['.azure.cn', 'https://speech.azure.cn'],
];

/** Address of Speech Studio for the cloud of an entity's URL; null for a host of no known cloud. */
export function portalUrlOf(self: string): string | null {
	const { hostname } = new URL(self);
	return PORTALS.find(([ending]) => hostname.endsWith(ending))?.[1] ?? null;
}
