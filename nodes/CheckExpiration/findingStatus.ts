import { utcDay } from '../shared/speech/dates';
import type { ExpirationState } from '../shared/speech/expiry';
import { counted } from '../shared/speech/text';
import { isUsable, type ExpirationFinding } from './checkExpiration';

/** How a finding is, as a person reads it. A model without a date may simply not be trained yet. */
export type FindingStatus = ExpirationState | 'inTraining' | 'trainingFailed';

/** In the order in which they are listed, the most urgent first. */
export const STATUS_WORDS: Record<FindingStatus, string> = {
	expired: 'Expired',
	expiring: 'Expiring',
	unknown: 'Unknown',
	valid: 'Usable',
	inTraining: 'In training',
	trainingFailed: 'Training failed',
};

/** The status a person reads, on pages and in summaries. */
export function findingStatus({ model, expiry }: ExpirationFinding): FindingStatus {
	if (model === null || isUsable(model)) return expiry.state;
	return model.status === 'Failed' ? 'trainingFailed' : 'inTraining';
}

/** Whether there is a model to speak of; why one has no date needs no reason besides its training. */
export function isTrained({ model }: ExpirationFinding): boolean {
	return model === null || isUsable(model);
}

/** The status as it follows a name in a sentence. */
export function statusPhrase(finding: ExpirationFinding): string {
	const { expiresAt, daysLeft } = finding.expiry;
	switch (findingStatus(finding)) {
		case 'inTraining':
			return 'is in training';
		case 'trainingFailed':
			return 'failed to train';
		case 'expired':
			return `expired on ${utcDay(expiresAt)}`;
		case 'expiring':
			return `expires on ${utcDay(expiresAt)}, in ${counted(daysLeft ?? 0, 'day')}`;
		case 'valid':
			return expiresAt === null
				? 'never expires'
				: `is usable until ${utcDay(expiresAt)}, for ${counted(daysLeft ?? 0, 'day')}`;
		case 'unknown':
			return 'has no known expiration date';
	}
}
