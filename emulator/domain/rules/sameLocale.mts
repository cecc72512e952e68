import type { ContentFields } from '../records.mts';
import { invalid } from '../refusal.mts';

/**
 * Refuses content whose locale differs from what it refers to.
 */
export function sameLocale(locale: string, { fields }: { fields: ContentFields }, field: string) {
	if (fields.locale === locale) return;
	throw invalid(
		'InvalidLocale',
		`The locale '${locale}' differs from '${fields.locale}' of '${field}'.`,
		field,
	);
}
