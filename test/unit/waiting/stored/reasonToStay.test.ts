import type { IExecuteFunctions } from 'n8n-workflow';

import { reasonToStay, stayHint } from '../../../../nodes/shared/waiting/stored/reasonToStay';
import type { WaitRules } from '../../../../nodes/shared/waiting/readRules';

const rules = (where: WaitRules['where'] = 'automatic') => ({ where }) as WaitRules;
const context = (id: string | undefined, isTool = false) =>
	({
		getNode: () => ({ type: `speech.waitForTraining${isTool ? 'Tool' : ''}` }),
		getWorkflow: () => ({ id }),
		isToolExecution: () => false,
	}) as unknown as IExecuteFunctions;

describe('a wait', () => {
	it('is stored in a saved workflow', () => {
		expect(reasonToStay(context('Ab12'), rules())).toBeNull();
	});

	it('is stored also where n8n knows no tools', () => {
		const { getNode, getWorkflow } = context('Ab12');
		const older = { getNode, getWorkflow } as unknown as IExecuteFunctions;
		expect(reasonToStay(older, rules())).toBeNull();
	});

	it('stays in process without a word when that was chosen', () => {
		expect(reasonToStay(context('Ab12'), rules('inProcess'))).toBe('');
	});

	it.each([[undefined], [''], ['__EMPTY__']])('stays in process while the ID is %p', (id) => {
		expect(reasonToStay(context(id), rules())).toMatch(/not saved/);
	});

	it('stays in process when an AI agent waits for the answer', () => {
		expect(reasonToStay(context('Ab12', true), rules())).toMatch(/AI agent/);
	});

	it('stays in process also when only n8n itself knows that an agent calls', () => {
		const told = { ...context('Ab12'), isToolExecution: () => true } as IExecuteFunctions;
		expect(reasonToStay(told, rules())).toMatch(/AI agent/);
	});

	it('stays in process in an n8n that does not hand results back', () => {
		const reason = reasonToStay(context('Ab12'), rules(), false);
		expect(stayHint(reason!)).toMatch(/ends when n8n restarts: this version of n8n cannot/);
	});
});
