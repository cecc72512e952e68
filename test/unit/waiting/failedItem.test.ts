import type { INodeExecutionData } from 'n8n-workflow';

import { failedItem, ledByErrors } from '../../../nodes/shared/waiting/failedItem';

const face = { name: 'Wait For Training', onError: 'continueErrorOutput' as const };
const failed = () =>
	failedItem(face, { json: { name: 'a' } }, 0, { message: 'It failed.', advice: 'Mend it.' }, {});

describe('among the items of a wait in process', () => {
	it('a failed one has an error, by which an older n8n sends it to the error output', () => {
		const [item] = ledByErrors([failed()]);
		expect(item.error?.message).toBe('It failed. Mend it.');
		expect(Object.keys(item)).not.toContain('error');
		expect(item).toEqual(failed());
	});

	it.each<[string, INodeExecutionData['json']]>([
		['succeeded', { name: 'a', summary: 'Done.' }],
		['succeeded and brought an error along', { name: 'a', error: 'before' }],
		['is empty', {}],
	])('one that %s has none', (_name, json) => {
		expect(ledByErrors([{ json }])[0]).not.toHaveProperty('error');
	});
});
