import { toUtcIso, utcDay } from '../../shared/speech/dates';
import type { ExpirationState } from '../../shared/speech/expiry';
import { counted } from '../../shared/speech/text';
import { html, type SafeHtml } from '../../shared/report/html';
import { reportPage, reportSection } from '../../shared/report/page';
import { Room } from '../../shared/report/room';
import { painted, QUIET } from '../../shared/report/tones';
import type { ExpirationFinding } from '../checkExpiration';
import { findingStatus, isTrained, type FindingStatus } from '../findingStatus';
import { findingLines, findingList } from './findingList';
import { EXPIRATION_TONES } from './statusTones';
import { tally } from './tally';
import { spanOf, type Span } from './timeline';

const TITLE = 'Expiration of custom speech models and endpoints';
/** So many that need nothing are shown; the rest is folded. */
const MOST_SHOWN_FINE = 10;

/** How many findings are in each state. */
export function countsOf(findings: ExpirationFinding[]): Record<ExpirationState, number> {
	const count = (state: ExpirationState) =>
		findings.filter(({ expiry }) => expiry.state === state).length;
	return {
		expired: count('expired'),
		expiring: count('expiring'),
		unknown: count('unknown'),
		valid: count('valid'),
	};
}

/** An endpoint on a base model that ends: no training fixes that, but a newer base model does. */
function needsNewerBase({ expiry, needsAction, needsRetraining }: ExpirationFinding): boolean {
	return needsAction && !needsRetraining && expiry.state !== 'unknown';
}

/** In use and not known to last, but nothing that a training would fix: an endpoint whose model is missing, say. */
function needsAttention(finding: ExpirationFinding): boolean {
	const { expiry, usedBy, needsRetraining } = finding;
	const isInDoubt = !needsRetraining && expiry.state !== 'valid' && usedBy.length > 0;
	return isInDoubt && !needsNewerBase(finding);
}

/** One sentence on all that was checked. */
export function reportSummary(findings: ExpirationFinding[]): string {
	if (findings.length === 0) return 'There is no custom model and no endpoint to check.';
	const urgent = findings.filter(({ needsRetraining }) => needsRetraining);
	const usesBaseModel = findings.filter((finding) => finding.usesBaseModel).length;
	const silent = usesBaseModel
		? ` ${counted(usesBaseModel, 'model')} in use ${usesBaseModel === 1 ? 'has' : 'have'} expired, so endpoints use the base model.`
		: '';
	const doubts = findings.filter(needsAttention).length;
	const training = findings.filter((one) => findingStatus(one) === 'inTraining').length;
	const moves = findings.filter(needsNewerBase).length;
	const move = moves
		? ` ${counted(moves, 'endpoint')} ${moves === 1 ? 'needs' : 'need'} a newer base model.`
		: '';
	const attention = doubts ? ` ${doubts} ${doubts === 1 ? 'needs' : 'need'} attention.` : '';
	const working = training ? ` ${training} ${training === 1 ? 'is' : 'are'} in training.` : '';
	const retraining =
		urgent.length === 0
			? `None of ${findings.length} needs retraining.`
			: `${urgent.length} of ${findings.length} ${urgent.length === 1 ? 'needs' : 'need'} retraining.`;
	return `${retraining}${move}${attention}${working}${silent}`;
}

/**
 * All that was checked as one page of at most 100 kB, readable in a browser, in a mail and on paper. What is urgent comes
 * first; what finds no room is counted.
 *
 * @param findings Most urgent first.
 * @param now Milliseconds since the epoch.
 * @param omitted One sentence on what was left out; null for nothing.
 */
export function expirationReport(
	findings: ExpirationFinding[],
	now: number,
	omitted: string | null = null,
): string {
	const span = spanOf(findings, now);
	const urgent = findings.filter(({ needsRetraining }) => needsRetraining);
	const moves = findings.filter(needsNewerBase);
	const attention = findings.filter(needsAttention);
	const others = findings.filter((one) => !one.needsAction && !needsAttention(one));
	const ofStatus = (status: FindingStatus) => others.filter((one) => findingStatus(one) === status);
	const room = new Room();
	const section = (heading: string, found: ExpirationFinding[], most = found.length) =>
		found.length === 0 ? '' : reportSection(heading, folded({ found, most }, span, room));
	const content = html`
		<p style="margin:0 0 8px;font-size:18px">${reportSummary(findings)}</p>
		${omitted ? html`<p style="margin:0 0 8px">${omitted}</p>` : ''} ${tally(findings)}
		${section('Needs retraining', urgent)} ${section('Needs a newer base model', moves)}
		${section('Needs attention', attention)}
		${section('In training', ofStatus('inTraining'), MOST_SHOWN_FINE)}
		${section('No retraining needed', others.filter(isTrained), MOST_SHOWN_FINE)}
		${section('Training failed', ofStatus('trainingFailed'), MOST_SHOWN_FINE)}
	`;
	const day = utcDay(toUtcIso(now));
	return reportPage({
		title: `${TITLE}, ${day}`,
		heading: html`${TITLE}`,
		facts: [`Checked on ${day}. All dates are in UTC.`],
		content,
		tones: EXPIRATION_TONES,
	});
}

/** The first of what was found, and the others folded. */
function folded(
	{ found, most }: { found: ExpirationFinding[]; most: number },
	span: Span,
	room: Room,
): SafeHtml {
	const shown = findingList(found.slice(0, most), span, room);
	const others = found.slice(most);
	if (others.length === 0) return shown;
	return html`${shown}
		<details style="margin:12px 0 0">
			<summary ${painted('', QUIET)}>${others.length} more</summary>
			${findingLines(others, room)}
		</details>`;
}
