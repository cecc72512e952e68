import { checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { nothingExpiresHint, type Checked } from '../../../nodes/CheckExpiration/nothingExpires';
import { customModel } from '../entities';
import { EXPIRED, EXPIRING, inventory, MOMENT, VALID } from './lists';

const SCOPE: Checked['scope'] = {
	check: 'all',
	warnWithinDays: 60,
	locale: null,
	projectId: null,
};
type Facts = Parameters<typeof customModel>[0];

/** A check that found models of these facts. */
const check = (models: Facts[], scope: Partial<Checked['scope']> = {}): Checked => ({
	scope: { ...SCOPE, ...scope },
	findings: checkModels(inventory({ models: models.map((facts) => customModel(facts)) }), MOMENT),
});
const valid = { usableUntil: VALID };
const failed = { usableUntil: null, status: 'Failed' };

describe('the hint of a run that found nothing to do', () => {
	it.each<[string, () => Checked[], string]>([
		['all are usable', () => [check([valid, valid])], '2 checked, none expires within 60 days.'],
		['one is not trained', () => [check([valid, failed])], '2 checked, none needs action.'],
		[
			'it looks one day ahead',
			() => [check([valid], { warnWithinDays: 1 })],
			'1 checked, none expires within 1 day.',
		],
		[
			'it looks no day ahead',
			() => [check([valid], { warnWithinDays: 0 })],
			'1 checked, none expires today.',
		],
		[
			'several checks look equally far',
			() => [check([valid]), check([valid], { locale: 'en-US' })],
			'2 checked, none expires within 60 days.',
		],
		[
			'several checks look differently far',
			() => [check([valid]), check([valid], { warnWithinDays: 90 })],
			'2 checked, none expires within the days set for it.',
		],
		['there is nothing', () => [check([])], 'There are no custom models or endpoints to check.'],
		[
			'there is no endpoint',
			() => [check([], { check: 'endpoints' })],
			'There are no endpoints to check.',
		],
		[
			'there is no endpoint and no model',
			() => [check([], { check: 'endpoints' }), check([])],
			'There are no custom models or endpoints to check.',
		],
		[
			'a locale has none',
			() => [check([], { locale: 'en-US' })],
			"No custom models or endpoints match 'Filters'.",
		],
		[
			'a project has none',
			() => [check([], { projectId: 'x', check: 'endpoints' })],
			"No endpoints match 'Filters'.",
		],
		[
			'one check had no filter',
			() => [check([], { locale: 'en-US' }), check([])],
			'There are no custom models or endpoints to check.',
		],
	])('says so when %s', (_when, checks, hint) => {
		expect(nothingExpiresHint(checks())).toBe(hint);
	});

	it.each<[string, () => Checked[]]>([
		['nothing was checked', () => []],
		['a model expires', () => [check([valid]), check([{ usableUntil: EXPIRING }])]],
		['a model has expired', () => [check([valid, { usableUntil: EXPIRED }])]],
	])('is left out when %s', (_when, checks) => {
		expect(nothingExpiresHint(checks())).toBeNull();
	});
});
