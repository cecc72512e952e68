import type { INodeExecutionData } from 'n8n-workflow';

import { itemOfFailure, itemsInProcess } from '../../../nodes/shared/waiting/results';

const identity = { name: 'Wait For Training', onError: 'continueErrorOutput' as const };
const failure = { message: 'It failed.', advice: 'Mend it.' };
const failed = () => itemOfFailure(identity, { json: { name: 'a' } }, 0, failure, {});

describe('among the items of a wait in process', () => {
	it('a failed one has an error, by which an older n8n sends it to the error output', () => {
		const results = [{ kind: 'failed' as const, item: failed(), itemIndex: 0, failure }];
		const [item] = itemsInProcess(results, identity);
		expect(item.error?.message).toBe('It failed. Mend it.');
		expect(Object.keys(item)).not.toContain('error');
		expect(item).toEqual(failed());
	});

	it.each<[string, INodeExecutionData['json']]>([
		['succeeded', { name: 'a', summary: 'Done.' }],
		['succeeded and brought an error along', { name: 'a', error: 'before' }],
		['is empty', {}],
	])('one that %s has none', (_name, json) => {
		const results = [{ kind: 'done' as const, item: { json }, itemIndex: 0 }];
		expect(itemsInProcess(results, identity)[0]).not.toHaveProperty('error');
	});
});
