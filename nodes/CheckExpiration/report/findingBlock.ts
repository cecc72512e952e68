import { utcDay } from '../../shared/speech/dates';
import { cleanText, counted } from '../../shared/speech/text';
import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR, RULE_COLOUR } from '../../shared/report/page';
import type { ExpirationFinding } from '../checkExpiration';
import { STATE_LOOKS } from './stateLooks';
import { bar, type Span } from './timeline';

const LONGEST_NAME = 100;

/** One model or endpoint: what it is, how it stands in words, and its bar. */
export function findingBlock(finding: ExpirationFinding, span: Span): SafeHtml {
	const { word, text, ground } = STATE_LOOKS[finding.expiry.state];
	const entity = finding.model ?? finding.endpoint;
	const kind = finding.model ? '' : 'Endpoint ';
	return html`<table
		style="width:100%;border-collapse:collapse;border-top:1px solid ${RULE_COLOUR};page-break-inside:avoid"
	>
		<tr>
			<td style="padding:8px 8px 2px 0;vertical-align:top">
				<strong>${kind}${nameOf(entity)}</strong>
				<span style="color:${QUIET_COLOUR};white-space:nowrap">${cleanText(entity?.locale)}</span>
			</td>
			<td style="width:1%;padding:8px 0 2px;vertical-align:top;text-align:right;white-space:nowrap">
				<span style="padding:1px 8px;background:${ground};color:${text};font-weight:bold"
					>${word}</span
				>
			</td>
		</tr>
		<tr>
			<td colspan="2" style="padding:2px 0">${bar(finding, span)}</td>
		</tr>
		<tr>
			<td colspan="2" style="padding:0 0 8px;font-size:14px;color:${QUIET_COLOUR}">
				${factsOf(finding).join(' · ')}
			</td>
		</tr>
	</table>`;
}

function factsOf(finding: ExpirationFinding): string[] {
	const { usedBy, fallsBack, newerBase, reason, model, servedBase } = finding;
	const users = usedBy.map(nameOf).join(', ');
	const serves = fallsBack ? `now answered by the base model: ${users}` : `used by ${users}`;
	return [
		dates(finding),
		...(model && users ? [serves] : []),
		...(servedBase ? [`base model ${nameOf(servedBase)}`] : []),
		...(newerBase ? [`newer base model: ${nameOf(newerBase)}`] : []),
		...(reason ? [cleanText(reason)] : []),
	];
}

function dates({ expiry: { state, expiresAt, daysLeft } }: ExpirationFinding): string {
	if (expiresAt === null || daysLeft === null) return 'no known last day';
	const day = utcDay(expiresAt);
	if (state === 'expired') return `expired on ${day}`;
	return `until ${day}, ${counted(daysLeft, 'day')} left`;
}

function nameOf(entity: { displayName?: string } | null): string {
	return cleanText(entity?.displayName, LONGEST_NAME);
}
