import { utcDay } from '../../shared/speech/dates';
import { cleanText, counted, named } from '../../shared/speech/text';
import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR, RULE_COLOUR } from '../../shared/report/page';
import type { ExpirationFinding } from '../checkExpiration';
import { STATE_LOOKS } from './stateLooks';
import { bar, type Span } from './timeline';

const LONGEST_NAME = 100;

/** One model or endpoint: what it is, how it stands in words, and its bar. */
export function findingBlock(finding: ExpirationFinding, span: Span): SafeHtml {
	const { word, text, ground } = STATE_LOOKS[finding.expiry.state];
	const { name, locale } = subject(finding);
	return html`<table
		style="width:100%;border-collapse:collapse;border-top:1px solid ${RULE_COLOUR};page-break-inside:avoid"
	>
		<tr>
			<td style="padding:8px 8px 2px 0;vertical-align:top">
				<strong>${name}</strong>
				<span style="color:${QUIET_COLOUR};white-space:nowrap">${locale}</span>
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

/** The same in one line, where there is no room for more. */
export function findingLine(finding: ExpirationFinding): SafeHtml {
	const { word } = STATE_LOOKS[finding.expiry.state];
	const { name, locale } = subject(finding);
	return html`<li><b>${name}</b> ${locale} · ${word} · ${factsOf(finding).join(' · ')}</li>`;
}

function subject({ model, endpoint }: ExpirationFinding): { name: string; locale: string } {
	const entity = model ?? endpoint;
	return {
		name: `${model ? '' : 'Endpoint '}${nameOf(entity)}`,
		locale: cleanText(entity?.locale),
	};
}

function factsOf(finding: ExpirationFinding): string[] {
	const { usedBy, usesBaseModel, newerBase, reason, model, servedBase } = finding;
	const users = named(usedBy.map(nameOf));
	const serves = usesBaseModel ? `now on the base model: ${users}` : `used by ${users}`;
	return [
		dates(finding),
		...(model && users ? [serves] : []),
		...(servedBase ? [`base model ${nameOf(servedBase)}`] : []),
		...(newerBase ? [`newer base model: ${nameOf(newerBase)}`] : []),
		...(reason ? [cleanText(reason)] : []),
	];
}

function dates({ expiry: { state, expiresAt, daysLeft } }: ExpirationFinding): string {
	if (expiresAt === null || daysLeft === null) {
		return state === 'unknown' ? 'no known expiration date' : 'never expires';
	}
	const day = utcDay(expiresAt);
	if (state === 'expired') return `expired on ${day}`;
	return `until ${day}, ${counted(daysLeft, 'day')} left`;
}

function nameOf(entity: { displayName?: string } | null): string {
	return cleanText(entity?.displayName, LONGEST_NAME);
}
