import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../shared/speech/references';
import { counted } from '../shared/speech/text';
import type { ExpirationFinding } from './checkExpiration';
import { findingSummary } from './explainFinding';
import { leftOut } from './inProject';
import { reportSummary } from './report/expirationReport';

/** How many findings an AI agent is told one by one: a resource may hold a thousand, and it pays for every word. */
export const MOST_ROWS = 50;

/**
 * The findings as an AI agent gets them: the whole in a sentence, then a short row for each, what needs retraining
 * first.
 *
 * @param findings Most urgent first.
 * @param withoutProject How many were left out, since they name no project.
 */
export function agentRows(findings: ExpirationFinding[], withoutProject = 0): IDataObject[] {
	const urgent = findings.filter(({ needsAction }) => needsAction);
	const others = findings.filter(({ needsAction }) => !needsAction);
	const rows = [...urgent, ...others].slice(0, MOST_ROWS);
	const left = findings.length - rows.length;
	const more =
		left > 0
			? ` Only the ${rows.length} most urgent are listed; ${counted(left, 'other')} are omitted. To see fewer, filter by one locale.`
			: '';
	const omitted = leftOut(withoutProject);
	const summary = `${reportSummary(findings)}${more}${omitted ? ` ${omitted}` : ''}`;
	const whole = { checked: findings.length, ...(omitted && { withoutProject }), summary };
	return [whole, ...rows.map(row)];
}

function row(finding: ExpirationFinding): IDataObject {
	const { model, endpoint, usedBy, expiry, needsAction, needsRetraining, newerBase } = finding;
	return {
		modelId: model && idOf(model),
		endpointIds: (endpoint ? [endpoint] : usedBy).map(idOf),
		state: expiry.state,
		daysLeft: expiry.daysLeft,
		needsRetraining,
		...(needsAction && !needsRetraining && { needsNewerBaseModel: true }),
		newerBaseModelId: newerBase && idOf(newerBase),
		summary: findingSummary(finding),
	};
}
