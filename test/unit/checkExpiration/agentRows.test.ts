import { agentRows, MOST_ROWS } from '../../../nodes/CheckExpiration/agentRows';
import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { baseModel, customModel, endpoint, reference, uuid } from '../entities';
import { EXPIRING, inventory, MOMENT } from './lists';

describe('what an AI agent is told', () => {
	const onBase = () =>
		inventory({
			models: [customModel()],
			endpoints: [endpoint({ model: reference('baseModels', 2) })],
			bases: [
				baseModel({
					number: 2,
					properties: { deprecationDates: { transcriptionDateTime: EXPIRING } },
				}),
			],
		});
	const findings = () => {
		const all = onBase();
		return [...checkModels(all, MOMENT), ...checkEndpoints(all, MOMENT)];
	};
	/** As many models as asked, all of which need retraining. */
	const expiring = (count: number) => {
		const models = Array.from({ length: count }, (_, index) =>
			customModel({ number: index + 1, usableUntil: EXPIRING }),
		);
		return checkModels(inventory({ models }), MOMENT);
	};

	it('names an endpoint whose base model ends before what needs nothing, and each once', () => {
		const [, first, second, ...others] = agentRows(findings());
		expect(first).toMatchObject({
			modelId: null,
			endpointIds: [uuid(1)],
			needsRetraining: false,
			needsNewerBaseModel: true,
			newerBaseModelId: null,
		});
		expect(second).toMatchObject({ modelId: uuid(1), endpointIds: [] });
		expect(second).not.toHaveProperty('needsNewerBaseModel');
		expect(others).toEqual([]);
	});

	it('names the endpoints of a model, and the newer base model', () => {
		const all = inventory({
			models: [customModel({ usableUntil: EXPIRING })],
			endpoints: [endpoint({ number: 7 }), endpoint({ number: 8 })],
			bases: [baseModel({ number: 1, createdDateTime: '2025-01-01' }), baseModel({ number: 2 })],
		});
		expect(agentRows(checkModels(all, MOMENT))[1]).toMatchObject({
			endpointIds: [uuid(7), uuid(8)],
			newerBaseModelId: uuid(2),
		});
	});

	it('says how many name no project, and nothing when none does', () => {
		expect(agentRows(findings(), 3)[0]).toMatchObject({
			withoutProject: 3,
			summary: expect.stringContaining('3 models and endpoints were omitted'),
		});
		const [whole] = agentRows(findings());
		expect(whole).not.toHaveProperty('withoutProject');
		expect(whole.summary).toMatch(/\.$/);
	});

	it.each([
		[MOST_ROWS - 1, MOST_ROWS - 1, null],
		[MOST_ROWS, MOST_ROWS, null],
		[MOST_ROWS + 1, MOST_ROWS, /\b50 most urgent.*\b1 other\b/],
		[MOST_ROWS + 20, MOST_ROWS, /\b50 most urgent.*\b20 others\b/],
	])('is, of %i findings, %i rows and a sentence on the rest', (count, shown, sentence) => {
		const [whole, ...rows] = agentRows(expiring(count));
		expect(whole).toMatchObject({ checked: count });
		expect(rows).toHaveLength(shown);
		if (sentence) expect(whole.summary).toMatch(sentence);
		else expect(whole.summary).not.toMatch(/most urgent/);
	});
});
