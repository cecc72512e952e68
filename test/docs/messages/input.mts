import { type Scenario } from '../support/scenario.mts';
import { byId } from '../../support/locator.ts';

const ABSENT = '1b2c3d4e-0000-4000-8000-123456789abc';

/** What any node says about what it is given. */
const scenarios: Scenario[] = [
	['a field that nothing fills', ({ saidBy }) => saidBy('Test Model', { locale: 'en-US' })],
	[
		'a name in place of an ID',
		({ saidBy }) => saidBy('Wait For Training', { model: 'Retail' }, { operation: 'model' }),
	],
	['an ID of another resource', ({ saidBy }) => saidBy('Train Model', { model: { id: ABSENT } })],
	[
		'the ID of an endpoint in place of that of a model',
		({ saidBy, find }) =>
			saidBy('Train Model', { model: { id: find('endpoints', 'Retail live').id } }),
	],
	[
		'a wait for a model with the ID of an endpoint',
		({ saidBy, find }) =>
			saidBy('Wait For Training', { model: { id: find('endpoints', 'Retail live').id } }),
	],
	[
		'an item that has failed before',
		({ saidBy }) => saidBy('Select Baseline', { locale: 'en-US', failedIn: 'Train Model' }),
	],
	[
		'a word where a number belongs',
		({ saidBy }) => saidBy('Check Expiration', {}, { warnWithinDays: '={{ "soon" }}' }),
	],
	['a locale that is none', ({ saidBy }) => saidBy('Select Baseline', { locale: 'English' })],
	[
		'a project with the API version that has none',
		({ saidBy, reachedBy, find }) =>
			saidBy(
				'Train Model',
				{ model: { id: find('models', 'Retail en-US').id } },
				{ options: { projectId: byId(find('projects', 'Contact center').id) } },
				{ credentials: reachedBy({ apiVersion: '2024-11-15' }) },
			),
	],
];

export default scenarios;
