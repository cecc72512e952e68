import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../shared/speech/references';
import { simplifyEndpoint, simplifyModel, fieldsWithoutSecrets } from '../shared/speech/simplify';
import type { ExpirationFinding } from './checkExpiration';
import { findingSummary } from './explainFinding';
import { leftOut } from './inProject';

/** What an item holds of a finding, what the check is about first. */
export function findingFields(
	finding: ExpirationFinding,
	{ simplify }: { simplify: boolean },
	withoutProject: number,
): IDataObject {
	const { model, endpoint, expiry, usedBy, usesBaseModel, newerBase, successor, reason } = finding;
	const { servedBase, rejectedBases } = finding;
	const omitted = leftOut(withoutProject);
	return {
		summary: [findingSummary(finding), omitted].filter(Boolean).join(' '),
		expiration: {
			...expiry,
			endpoints: usedBy.map((user) => ({ id: idOf(user), displayName: user.displayName })),
			usesBaseModel,
			newerBaseModelAvailable: newerBase !== null,
			newerBaseModelId: newerBase && idOf(newerBase),
			newerBaseModelName: newerBase?.displayName ?? null,
			rejectedBaseModels: rejectedBases.map(({ base, reason: why }) => ({
				id: idOf(base),
				displayName: base.displayName,
				reason: why,
			})),
			servedBaseModelId: servedBase && idOf(servedBase),
			retrainedAsModelId: successor && idOf(successor),
			reason,
			withoutProject,
		},
		// Null for an endpoint without a custom model: the nodes that follow read this key.
		model: model && (simplify ? { ...simplifyModel(model) } : fieldsWithoutSecrets(model)),
		...(endpoint && {
			endpoint: simplify ? { ...simplifyEndpoint(endpoint) } : fieldsWithoutSecrets(endpoint),
		}),
	};
}
