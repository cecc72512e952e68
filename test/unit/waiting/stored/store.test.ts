import type { IExecuteFunctions } from 'n8n-workflow';

import { placeOfWait, stayHint } from '../../../../nodes/shared/waiting/stored/store';
import type { WaitRules } from '../../../../nodes/shared/waiting/rules';

const rules = (where: WaitRules['where'] = 'automatic') => ({ where }) as WaitRules;
const context = (id: string | undefined, isTool = false) =>
	({
		getNode: () => ({ type: `speech.waitForTraining${isTool ? 'Tool' : ''}` }),
		getWorkflow: () => ({ id }),
		isToolExecution: () => false,
	}) as unknown as IExecuteFunctions;

const inProcess = (reason: RegExp) => ({
	kind: 'inProcess',
	reason: expect.stringMatching(reason),
});

describe('a wait', () => {
	it('is stored in a saved workflow', () => {
		expect(placeOfWait(context('Ab12'), rules())).toEqual({ kind: 'stored' });
	});

	it('is stored also where n8n knows no tools', () => {
		const now = context('Ab12');
		const older = {
			getNode: () => now.getNode(),
			getWorkflow: () => now.getWorkflow(),
		} as unknown as IExecuteFunctions;
		expect(placeOfWait(older, rules())).toEqual({ kind: 'stored' });
	});

	it('stays in process without a word when that was chosen', () => {
		const place = placeOfWait(context('Ab12'), rules('inProcess'));
		expect(place).toEqual({ kind: 'inProcess', reason: null });
	});

	it.each([[undefined], [''], ['__EMPTY__']])('stays in process while the ID is %p', (id) => {
		expect(placeOfWait(context(id), rules())).toEqual(inProcess(/not saved/));
	});

	it('stays in process when an AI agent waits for the answer', () => {
		expect(placeOfWait(context('Ab12', true), rules())).toEqual(inProcess(/AI agent/));
	});

	it('stays in process also when only n8n itself knows that an agent calls', () => {
		const told = { ...context('Ab12'), isToolExecution: () => true } as IExecuteFunctions;
		expect(placeOfWait(told, rules())).toEqual(inProcess(/AI agent/));
	});

	it('stays in process in an n8n that does not hand results back', () => {
		const place = placeOfWait(context('Ab12'), rules(), false);
		expect(place).toEqual(inProcess(/^this version of n8n cannot/));
		expect(stayHint('so it is')).toMatch(/ends if n8n restarts, because so it is\.$/);
	});
});
