import { agentRows } from '../../../nodes/CheckExpiration/agentRows';
import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { baseModel, customModel, endpoint, reference } from '../entities';
import { EXPIRING, inventory, MOMENT } from './lists';

describe('what an AI agent is told', () => {
	const onBase = inventory({
		models: [customModel()],
		endpoints: [endpoint({ model: reference('baseModels', 2) })],
		bases: [
			baseModel({
				number: 2,
				properties: { deprecationDates: { transcriptionDateTime: EXPIRING } },
			}),
		],
	});
	const findings = [...checkModels(onBase, MOMENT), ...checkEndpoints(onBase, MOMENT)];

	it('names an endpoint whose base model ends before what needs nothing', () => {
		const [, first, second] = agentRows(findings);
		expect(first).toMatchObject({ needsRetraining: false, needsNewerBaseModel: true });
		expect(second).not.toHaveProperty('needsNewerBaseModel');
	});

	it('says how many were left out, and nothing when none was', () => {
		expect(agentRows(findings, 3)[0]).toMatchObject({
			withoutProject: 3,
			summary: expect.stringContaining('3 models and endpoints were omitted'),
		});
		expect(agentRows(findings)[0]).not.toHaveProperty('withoutProject');
	});
});
