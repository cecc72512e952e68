import type { Project } from './entities';
import { InputError } from './inputError';
import { sameLocale } from './locale';
import { quoted } from './text';

/**
 * Checks that a project takes what is to belong to it: all of a project has its locale.
 *
 * @param locale Of what is to belong to it.
 * @param owners Who has that locale, such as `the model has`.
 * @throws InputError that names both locales.
 */
export function checkProjectLocale(project: Project, locale: string, owners: string): void {
	if (sameLocale(project.locale, locale)) return;
	throw new InputError(
		`Project ${quoted(project.displayName)} has the locale ${project.locale}, but ${owners} ${locale}.`,
		"In 'Project', choose a project with the same locale, or none.",
	);
}
