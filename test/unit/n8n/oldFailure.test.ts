import { withoutOldFailure } from '../../../nodes/shared/n8n/oldFailure';

const details = { summary: 'It broke.', wait: { outcome: 'interrupted' } };

describe('an item that is led back', () => {
	it.each<[string, object, object]>([
		[
			'from an error output after a wait',
			{ error: 'It broke. Mend it.', message: 'It broke.', details },
			{},
		],
		[
			'from an error output without a wait',
			{ error: 'It broke. Mend it.', summary: 'It broke.' },
			{},
		],
		['from an error output, without advice', { error: 'It broke.', summary: 'It broke.' }, {}],
		[
			'under Continue, with an error of which it has no summary',
			{ error: 'Odd.', failedIn: 'Train Model' },
			{},
		],
		[
			'from an error output after a wait, with another summary',
			{ error: 'Odd.', message: 'Odd.', details },
			{},
		],
		[
			'under Continue with a wait that says no outcome',
			{ error: 'It broke.', failedIn: 'Test Model', wait: { outcome: 3 } },
			{ wait: { outcome: 3 } },
		],
		['under Continue', { error: 'It broke. Mend it.', failedIn: 'Train Model' }, {}],
		[
			'under Continue after a wait',
			{ error: 'It broke.', failedIn: 'Test Model', wait: { outcome: 'failed' } },
			{ wait: undefined },
		],
		[
			'under Continue from a node that does not wait, with an older wait',
			{ error: 'It broke.', failedIn: 'Train Model', wait: { outcome: 'succeeded' } },
			{ wait: { outcome: 'succeeded' } },
		],
		[
			'a second time, each way once',
			{ error: 'It broke.', message: 'It broke.', details, failedIn: 'Train Model' },
			{},
		],
		[
			'from a node that does not wait, with a message of its own',
			{ error: 'It broke.', summary: 'It broke.', message: 'mine' },
			{ message: 'mine' },
		],
	])('%s loses what tells of the failure and nothing else', (_how, failure, kept) => {
		const item = { json: { note: 'kept', summary: 'It broke.', ...failure }, pairedItem: 3 };
		const before = structuredClone(item);
		expect(withoutOldFailure(item)).toEqual({
			json: { note: 'kept', summary: 'It broke.', ...kept },
			pairedItem: 3,
		});
		expect(item).toEqual(before);
	});
});

describe('an item whose words are its own', () => {
	it.each<[string, object]>([
		['an error', { error: 'mine' }],
		['an error and a summary of something else', { error: 'mine', summary: 'Done.' }],
		['an error that begins with no summary', { error: 'mine', summary: '' }],
		['an error that begins with a space, after no summary', { error: ' mine', summary: '' }],
		['an error of something undefined, without a summary', { error: 'undefined is no function' }],
		['an error as an object', { error: { code: 7 }, summary: 'mine' }],
		['an error that is a longer word', { error: 'mineral', summary: 'mine' }],
		['a message', { message: 'mine' }],
		['details', { message: 'mine', details: { wait: 5 }, error: 'mine, too' }],
		['details as a list', { error: 'mine', details: [{ wait: { outcome: 'failed' } }] }],
		['a wait', { error: 'mine', wait: { outcome: 'failed' } }],
		['a failedIn that is no name', { error: 'mine', failedIn: 3 }],
	])('keeps %s', (_what, json) => {
		const item = { json: { ...json } };
		expect(withoutOldFailure(item)).toBe(item);
	});
});
