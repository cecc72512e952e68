import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { takeInventory } from '../../../nodes/CheckExpiration/inventory';
import { expirationReport } from '../../../nodes/CheckExpiration/report/expirationReport';
import type { BaseModel, CustomModel, Endpoint } from '../../../nodes/shared/speech/entities';
import { htmlReport } from '../../../nodes/TestModel/report/htmlReport';
import { baseModel, customModel, endpoint, entityUrl, NOW, reference } from '../../unit/entities';
import { report, utterance } from '../../unit/testModel/reports';

const RIGHT_TO_LEFT = ['נציג שירות 24', 'خدمة العملاء (2026)', 'مرحبا Contoso 3'];
const LONG = `${'donaudampfschifffahrtsgesellschaft'.repeat(2)} ${'Retail '.repeat(10)}`;
const DATES = {
	expired: '2026-10-15T00:00:00Z',
	longExpired: '2019-10-15T00:00:00Z',
	expiring: '2026-12-15T00:00:00Z',
	valid: '2028-10-15T00:00:00Z',
	far: '2040-10-15T00:00:00Z',
};

const model = (number: number, displayName: string, usableUntil: string | null, more = {}) =>
	customModel({ number, displayName, usableUntil, ...more });

/** One model or endpoint for each place a finding can have on the page. */
const EVERY_KIND: CustomModel[] = [
	model(1, 'Expired and used', DATES.expired),
	model(2, 'Expired long ago', DATES.longExpired),
	model(3, 'Expiring', DATES.expiring),
	model(4, 'Usable', DATES.valid),
	model(5, 'Usable for long', DATES.far),
	model(6, 'Without a date', null),
	model(7, 'Being trained', null, { status: 'Running' }),
	model(8, 'Queued', null, { status: 'NotStarted' }),
	model(9, 'Failed', null, { status: 'Failed' }),
	model(10, 'Never expires', '9999-12-31T00:00:00Z'),
	model(11, LONG, DATES.expiring),
	...RIGHT_TO_LEFT.map((name, index) => model(20 + index, name, DATES.expiring)),
];

const BASES: BaseModel[] = [
	baseModel({
		number: 51,
		displayName: '20241015',
		createdDateTime: '2024-10-15T00:00:00Z',
		properties: { deprecationDates: { transcriptionDateTime: DATES.expiring } },
	}),
	baseModel({ number: 52, displayName: '20260912' }),
];

const ENDPOINTS: Endpoint[] = [
	endpoint({ number: 1, displayName: RIGHT_TO_LEFT[0] }),
	endpoint({ number: 2, displayName: 'On a base model', model: reference('baseModels', 51) }),
	endpoint({ number: 3, displayName: 'Without its model', model: reference('models', 999) }),
];

/** The page on some models, as the node makes it. */
function expirationPage(models: CustomModel[], endpoints: Endpoint[] = [], bases = BASES): string {
	const inventory = takeInventory({ models, endpoints, bases });
	const moment = { now: NOW, warnWithinDays: 60 };
	const bare = checkEndpoints(inventory, moment).filter((found) => found.model === null);
	return expirationReport([...checkModels(inventory, moment), ...bare], NOW);
}

const thousand = Array.from({ length: 1_000 }, (_, index) => ({
	...EVERY_KIND[index % EVERY_KIND.length],
	self: entityUrl('models', 1_000 + index),
}));

const longNames = report({ datasetName: LONG, testName: LONG, remarks: [LONG] });
longNames.candidate.name = LONG;
longNames.reference.name = LONG;
const rightToLeft = report({
	datasetName: RIGHT_TO_LEFT[1],
	testName: RIGHT_TO_LEFT[0],
	verdict: { verdict: 'notBetter', why: 'Both models have a word error rate of 5%.' },
	utterances: [utterance('مرحبا بك في متجرنا', 'مرحبا في متجر نا', 'مرحبا بك في متجرنا')],
});
rightToLeft.candidate.name = RIGHT_TO_LEFT[0];

/** Pages of both nodes, each under the name of what is special about it. */
export const REPORT_CASES: [string, string][] = [
	['expiration-nothing', expirationPage([], [], [])],
	['expiration-one-model', expirationPage([model(1, 'Retail en-US', DATES.valid)])],
	['expiration-every-kind', expirationPage(EVERY_KIND, ENDPOINTS)],
	['expiration-thousand-models', expirationPage(thousand, ENDPOINTS)],
	['test-better', htmlReport(report())],
	[
		'test-inconclusive',
		htmlReport(report({ verdict: { verdict: 'inconclusive', why: 'Too few words.' } })),
	],
	['test-inspection', htmlReport(report({ verdict: null, utterances: [] }))],
	['test-long-names', htmlReport(longNames)],
	['test-right-to-left', htmlReport(rightToLeft)],
];
