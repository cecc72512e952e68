import { counted } from '../shared/speech/text';
import type { ExpirationFinding } from './checkExpiration';
import type { Scope } from './scope';

/** What was checked for an item. */
export interface Checked {
	scope: Pick<Scope, 'check' | 'warnWithinDays' | 'locale' | 'projectId'>;
	findings: ExpirationFinding[];
}

/**
 * One sentence for a run that found nothing to do, which otherwise looks as if it had done nothing.
 *
 * @param checks Each check of the run once.
 * @returns null when something is to be done, or when nothing was checked at all.
 */
export function nothingExpiresHint(checks: Checked[]): string | null {
	const findings = checks.flatMap((one) => one.findings);
	if (checks.length === 0 || findings.some(({ needsAction }) => needsAction)) return null;
	if (findings.length === 0) return nothingThere(checks);
	const isFine = findings.every(({ expiry }) => expiry.state === 'valid');
	return `${findings.length} checked, ${isFine ? `none expires ${withinDays(checks)}` : 'none needs action'}.`;
}

function nothingThere(checks: Checked[]): string {
	const isAboutEndpoints = checks.every(({ scope }) => scope.check === 'endpoints');
	const nouns = isAboutEndpoints ? 'endpoints' : 'custom models or endpoints';
	const isNarrowed = checks.every(({ scope }) => scope.locale !== null || scope.projectId !== null);
	return isNarrowed ? `No ${nouns} match 'Filters'.` : `There are no ${nouns} to check.`;
}

function withinDays(checks: Checked[]): string {
	const spans = new Set(checks.map(({ scope }) => scope.warnWithinDays));
	const [days] = spans;
	if (spans.size > 1) return 'within the days set for it';
	return days === 0 ? 'today' : `within ${counted(days, 'day')}`;
}
