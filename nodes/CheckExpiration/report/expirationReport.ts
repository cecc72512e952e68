import { toUtcIso, utcDay } from '../../shared/speech/dates';
import type { ExpirationState } from '../../shared/speech/expiry';
import { counted } from '../../shared/speech/text';
import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR, reportPage, reportSection, RULE_COLOUR } from '../../shared/report/page';
import { Room } from '../../shared/report/room';
import type { ExpirationFinding } from '../checkExpiration';
import { findingLines, findingList } from './findingList';
import { STATE_LOOKS } from './stateLooks';
import { spanOf } from './timeline';

/** In the order of urgency. */
const STATES: ExpirationState[] = ['expired', 'expiring', 'unknown', 'valid'];
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
function needsALook(finding: ExpirationFinding): boolean {
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
		? ` ${counted(usesBaseModel, 'model')} in use ${usesBaseModel === 1 ? 'has' : 'have'} expired, so their endpoints transcribe with the base model.`
		: '';
	const looks = findings.filter(needsALook).length;
	const moves = findings.filter(needsNewerBase).length;
	const move = moves
		? ` ${counted(moves, 'endpoint')} ${moves === 1 ? 'needs' : 'need'} a newer base model.`
		: '';
	const look = looks ? ` ${looks} ${looks === 1 ? 'needs' : 'need'} attention.` : '';
	const retraining =
		urgent.length === 0
			? `None of ${findings.length} needs retraining.`
			: `${urgent.length} of ${findings.length} ${urgent.length === 1 ? 'needs' : 'need'} retraining.`;
	return `${retraining}${move}${look}${silent}`;
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
	const looks = findings.filter(needsALook);
	const fine = findings.filter((one) => !one.needsAction && !needsALook(one));
	const room = new Room();
	const list = (some: ExpirationFinding[]) => findingList(some, span, room);
	const shown = fine.slice(0, MOST_SHOWN_FINE);
	const folded = fine.slice(MOST_SHOWN_FINE);
	const content = html`
		<p style="margin:0 0 8px;font-size:18px">${reportSummary(findings)}</p>
		${omitted ? html`<p style="margin:0 0 8px">${omitted}</p>` : ''} ${tally(findings)}
		${urgent.length > 0 ? reportSection('Needs retraining', list(urgent)) : ''}
		${moves.length > 0 ? reportSection('Needs a newer base model', list(moves)) : ''}
		${looks.length > 0 ? reportSection('Needs attention', list(looks)) : ''}
		${shown.length > 0
			? reportSection('No retraining needed', html`${list(shown)} ${rest(folded, room)}`)
			: ''}
	`;
	return reportPage(
		'Speech model expiration dates',
		`Checked on ${utcDay(toUtcIso(now))}, all dates in UTC`,
		content,
	);
}

function tally(findings: ExpirationFinding[]): SafeHtml {
	const counts = countsOf(findings);
	const cells = STATES.map((state) => {
		const { word, text, ground } = STATE_LOOKS[state];
		return html`<td
			style="padding:8px 2px;font-size:14px;background:${ground};color:${text};border:1px solid ${RULE_COLOUR};text-align:center"
		>
			<strong style="font-size:20px">${counts[state]}</strong><br />${word}
		</td>`;
	});
	return html`<table style="width:100%;margin:0 0 16px;border-collapse:collapse;table-layout:fixed">
		<tr>
			${cells}
		</tr>
	</table>`;
}

function rest(folded: ExpirationFinding[], room: Room): SafeHtml {
	if (folded.length === 0) return html``;
	return html`<details style="margin:12px 0 0">
		<summary style="color:${QUIET_COLOUR}">${folded.length} more</summary>
		${findingLines(folded, room)}
	</details>`;
}
