import type { DeploymentMemo } from '../../../nodes/DeployModel/change/deploymentMemo';
import {
	deploymentResult,
	deploymentSummary,
} from '../../../nodes/DeployModel/result/deploymentResult';
import type { Twin } from '../../../nodes/shared/speech/twins';
import { endpoint, reference, uuid } from '../entities';
import { changeMemo } from './changeMemo';

const served = endpoint({
	model: reference('models', 2),
	lastActionDateTime: '2026-11-01T11:00:00Z',
	links: { webSocket: `wss://westus.example/?cid=${uuid(1)}` },
});
const twin: Twin = { collection: 'endpoints', id: uuid(8), fate: 'marked' };

describe('what an item gains of a deployment', () => {
	it('is the endpoint in short, the models by id and name, and whether anything changed', () => {
		const result = deploymentResult(served, changeMemo);
		expect(result).toMatchObject({
			id: uuid(1),
			displayName: 'Retail live',
			locale: 'en-US',
			status: 'Succeeded',
			model: { id: uuid(2), displayName: 'Retail new' },
			modelId: uuid(2),
			previousModel: { id: uuid(1), displayName: 'Retail old' },
			verified: true,
			changed: true,
		});
		expect(result).toHaveProperty('webSocket');
		expect(result).toHaveProperty('lastActionDateTime');
		expect(result).not.toHaveProperty('twin');
	});

	it('names the twin that is left', () => {
		expect(deploymentResult(served, { ...changeMemo, twin })).toMatchObject({ twin: uuid(8) });
	});

	it('is the endpoint as sent when it is not simplified, with what was changed', () => {
		const memo = { ...changeMemo, simplified: false, changed: false, previous: null };
		expect(deploymentResult(served, memo)).toMatchObject({
			self: served.self,
			model: served.model,
			previousModel: null,
			verified: true,
			changed: false,
		});
	});
});

describe('the sentence on a deployment', () => {
	const said = (changes: Partial<DeploymentMemo>) =>
		deploymentSummary({ ...changeMemo, ...changes });
	const created = (changes: Partial<DeploymentMemo>) =>
		said({ operation: 'create', previous: null, ...changes });
	const both = /'Retail live'.*'Retail new'/;

	it.each<[string, () => string, RegExp]>([
		['a change', () => said({}), /'Retail live' was changed to .*'Retail new'.*'Retail old'/],
		['a change from nothing known', () => said({ previous: null }), /to model 'Retail new';/],
		[
			'a roll back',
			() => said({ operation: 'rollBack' }),
			/was rolled back to .*'Retail new'.*'Retail old'/,
		],
		[
			'no change',
			() => said({ changed: false }),
			/already uses .*'Retail new'.*nothing was changed/,
		],
		['a new endpoint', () => created({}), /'Retail live' was created and .*'Retail new'\.$/],
		['an endpoint that was there', () => created({ changed: false }), /already created.*no other/],
		[
			'an endpoint that was there and is set to another model',
			() => {
				const createdFor = { ...changeMemo.model, displayName: 'Retail first' };
				return created({ changed: false, createdFor });
			},
			/already created .*'Retail first'.*'Retail new'.*nothing was created/,
		],
		['a twin', () => created({ twin }), new RegExp(uuid(8))],
	])('of %s says it', (_what, sentence, expected) => {
		expect(sentence()).toMatch(expected);
		expect(sentence()).toMatch(both);
		expect(sentence()).toMatch(/\.$/);
	});

	it('ends with a remark when there is one', () => {
		expect(said({ remark: 'The model expired.' })).toBe(`${said({})} The model expired.`);
	});

	it('of a change says that it may take minutes, and of none does not', () => {
		expect(said({})).toMatch(/minutes/);
		expect(said({ changed: false })).not.toMatch(/minutes/);
	});
});
