import { utcDay } from '../../shared/speech/dates';
import { cleanText, counted } from '../../shared/speech/text';
import { html, type SafeHtml } from '../../shared/report/html';
import { isolated } from '../../shared/report/page';
import { painted, QUIET, RULE } from '../../shared/report/tones';
import type { ExpirationFinding } from '../checkExpiration';
import { findingStatus, isTrained, STATUS_WORDS, type FindingStatus } from '../findingStatus';
import { STATUS_TONES } from './statusTones';
import { bar, type Span } from './timeline';

const LONGEST_NAME = 100;
/** What is said in place of a date that is not there. */
const UNDATED: Partial<Record<FindingStatus, string>> = {
	unknown: 'no known expiration date',
	inTraining: 'no expiration date before the training ends',
	trainingFailed: 'no expiration date, because the training failed',
};

/** So many users of a model are named. */
const MOST_NAMED = 3;

/** One model or endpoint: what it is, its status in words, and its bar. */
export function findingBlock(finding: ExpirationFinding, span: Span): SafeHtml {
	const status = findingStatus(finding);
	const { word: tone } = STATUS_TONES[status];
	const { name, locale } = subject(finding);
	return html`<li
		${painted('padding:8px 0;border:0 solid;border-top-width:1px;break-inside:avoid', RULE)}
	>
		<table role="presentation" style="width:100%;border-spacing:0">
			<tr>
				<td style="padding:0 8px 2px 0;vertical-align:top">
					<strong>${name}</strong> <span ${painted('white-space:nowrap', QUIET)}>${locale}</span>
				</td>
				<td style="width:1%;padding:0 0 2px;vertical-align:top;white-space:nowrap">
					<span ${painted('padding:1px 8px;font-weight:bold', tone)}>${STATUS_WORDS[status]}</span>
				</td>
			</tr>
		</table>
		${bar(finding, span)}
		<p ${painted('margin:0;font-size:14px', QUIET)}>${isolated(factsOf(finding))}</p>
	</li>`;
}

/** The same in one line, where there is no room for more. */
export function findingLine(finding: ExpirationFinding): SafeHtml {
	const { name, locale } = subject(finding);
	const facts = [STATUS_WORDS[findingStatus(finding)], ...factsOf(finding)];
	return html`<li><b>${name}</b> ${locale} · ${isolated(facts)}</li>`;
}

/** What it is; the name may be written from right to left. */
function subject({ model, endpoint }: ExpirationFinding): { name: SafeHtml; locale: string } {
	const entity = model ?? endpoint;
	return {
		name: html`${model ? '' : 'Endpoint '}<bdi>${nameOf(entity)}</bdi>`,
		locale: cleanText(entity?.locale),
	};
}

function factsOf(finding: ExpirationFinding): Array<string | SafeHtml> {
	const { usedBy, usesBaseModel, newerBase, reason, model, servedBase } = finding;
	const uses = usesBaseModel ? 'now on the base model: ' : 'used by ';
	return [
		dates(finding),
		...(model && usedBy.length > 0 ? [html`${uses}${users(finding)}`] : []),
		...(servedBase ? [html`base model <bdi>${nameOf(servedBase)}</bdi>`] : []),
		...(newerBase ? [html`newer base model: <bdi>${nameOf(newerBase)}</bdi>`] : []),
		...(reason && isTrained(finding) ? [cleanText(reason)] : []),
	];
}

function users({ usedBy }: ExpirationFinding): SafeHtml {
	const first = usedBy.slice(0, MOST_NAMED);
	const left = usedBy.length - first.length;
	const names = first.map(
		(user, index) => html`${index === 0 ? '' : ', '}<bdi>${nameOf(user)}</bdi>`,
	);
	return html`${names}${left > 0 ? ` and ${left} more` : ''}`;
}

function dates(finding: ExpirationFinding): string {
	const { expiresAt, daysLeft } = finding.expiry;
	const status = findingStatus(finding);
	if (expiresAt === null || daysLeft === null) return UNDATED[status] ?? 'never expires';
	const day = utcDay(expiresAt);
	if (daysLeft < 0 || status === 'expired') return `expired on ${day}`;
	return `usable until ${day}, ${counted(daysLeft, 'day')} left`;
}

function nameOf(entity: { displayName?: string } | null): string {
	return cleanText(entity?.displayName, LONGEST_NAME);
}
