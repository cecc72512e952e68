import { checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { findingSummary } from '../../../nodes/CheckExpiration/explainFinding';
import { expirationReport } from '../../../nodes/CheckExpiration/report/expirationReport';
import { spanOf } from '../../../nodes/CheckExpiration/report/timeline';
import { chooseBaseline } from '../../../nodes/SelectBaseline/chooseBaseline';
import { baselineSummary } from '../../../nodes/SelectBaseline/explainChoice';
import { baseModelLabel, modelLabel } from '../../../nodes/shared/n8n/listLabels';
import { daysUntil, isNever, untilDay } from '../../../nodes/shared/speech/dates';
import { expiryOf } from '../../../nodes/shared/speech/expiry';
import { successSummary } from '../../../nodes/WaitForTraining/successSummary';
import { inventory, MOMENT, VALID } from '../checkExpiration/lists';
import { baseModel, customModel, entityUrl, NOW, uuid } from '../entities';
import { HOLES } from '../failures';

const NEVER = [
	'9999-12-31T23:59:59Z',
	'9999-12-31T23:59:59.9999999Z',
	'9999-12-31T23:59:59-12:00',
	'9999-12-31',
	'3000-01-01T00:00:00Z',
	'2100-01-01T00:00:00Z',
];

describe.each(NEVER)('the last day %s', (last) => {
	const model = customModel({ usableUntil: last });
	const base = baseModel({ trainableUntil: last });
	const findings = checkModels(inventory({ models: [model] }), MOMENT);

	it('stands for never: such a model is valid and has no last day', () => {
		expect(isNever(last)).toBe(true);
		expect(daysUntil(last, NOW)).toBeNull();
		expect(expiryOf(last, NOW, 1e9)).toEqual({ state: 'valid', expiresAt: null, daysLeft: null });
	});

	it('is told in words and not as a day', () => {
		expect(findingSummary(findings[0])).toBe("Model 'Retail en-US' (en-US) never expires.");
		expect(modelLabel(model, NOW)).toBe('Retail en-US · usable without end');
		expect(baseModelLabel(base, NOW)).toContain('trainable without end');
		expect(baselineSummary(base, 0)).toContain('was selected: trainable without end');
		expect(successSummary({ kind: 'model', id: uuid(1) }, model, null)).toContain(
			'usable without end',
		);
	});

	it('does not stretch the timeline of others', () => {
		const other = customModel({ self: entityUrl('models', 2), usableUntil: VALID });
		const both = checkModels(inventory({ models: [model, other] }), MOMENT);
		expect(spanOf(both, NOW).to).toBe(Date.UTC(2029, 0));
		const page = expirationReport(both, NOW);
		expect(page).toContain('never expires');
		expect(page).not.toMatch(HOLES);
		expect(page).not.toContain(last.slice(0, 10));
	});

	it('leaves a base model open to any training', () => {
		const wish = {
			locale: 'en-US',
			minimumTrainingDays: 1e9,
			datasetKinds: [],
			charging: 'any',
		} as const;
		expect(chooseBaseline([base], { ...wish, datasetKinds: [] }, NOW).chosen).toBe(base);
	});
});

describe('a last day that is far but no sentinel', () => {
	it('is told as it is, at the edge of a timeline of the five years after today', () => {
		const last = '2099-12-31T00:00:00Z';
		const findings = checkModels(
			inventory({ models: [customModel({ usableUntil: last })] }),
			MOMENT,
		);
		expect(untilDay(last)).toBe('until 2099-12-31');
		expect(findings[0].expiry).toMatchObject({ state: 'valid', expiresAt: last });
		expect(spanOf(findings, NOW).to).toBe(Date.UTC(2032, 0));
	});
});
