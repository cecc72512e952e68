import type { INodeListSearchItems } from 'n8n-workflow';

import { kindName } from '../speech/datasetKinds';
import { untilDay } from '../speech/dates';
import type { Entity } from '../speech/entities';
import type { LocaleNames } from '../speech/localeNames';

/** An entry of a list with what it is found by: a label is short, and has no language in words. */
export interface FoundBy extends INodeListSearchItems {
	words: string;
}

interface Listed extends Entity {
	kind?: string;
	properties?: Entity['properties'] & { deprecationDates?: Record<string, string | undefined> };
}

/** What a person may look for an entity by, apart from its label, which has no room for all. */
export function wordsOf(
	{ displayName, locale = '', kind = '', properties }: Listed,
	{ wordsOf: wordsOfLocale }: LocaleNames,
): string {
	const days = Object.values(properties?.deprecationDates ?? {}).map(untilDay);
	return [displayName, wordsOfLocale(locale), kind, kindName(kind), ...days].join(' ');
}

/** The service's filter has no "contains", so what was typed is matched here. */
export function matching(entries: FoundBy[], filter = ''): FoundBy[] {
	// More than one space leaves words without a letter, which every text contains.
	const typed = filter.toLowerCase().split(/\s/);
	return entries.filter(({ name, value, words }) => {
		const text = `${name} ${words}`.toLowerCase();
		// Part of an id would match many by chance.
		return typed.every((word) => text.includes(word) || value === word);
	});
}

/** The entry as n8n shows it. */
export function shown({ name, value }: FoundBy): INodeListSearchItems {
	return { name, value };
}
