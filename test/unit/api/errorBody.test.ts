import { parseErrorBody } from '../../../nodes/shared/api/errorBody';

const NOTHING = { code: null, message: null };

describe('an error body', () => {
	it.each<[string, unknown, object]>([
		[
			'of the service',
			{ code: 'NotFound', message: 'Gone' },
			{ code: 'NotFound', message: 'Gone' },
		],
		[
			'of the gateway',
			{ error: { code: '401', message: 'Access denied' } },
			{ code: '401', message: 'Access denied' },
		],
		[
			'with an inner error tells the inner one',
			{
				code: 'InvalidRequest',
				message: 'Bad',
				innerError: { code: 'InvalidLocale', message: 'No xx-XX' },
			},
			{ code: 'InvalidLocale', message: 'No xx-XX' },
		],
		[
			'nested deeper tells the innermost one',
			{ code: 'A', innerError: { code: 'B', innerError: { code: 'C', message: 'c' } } },
			{ code: 'C', message: 'c' },
		],
		[
			'nested within the gateway shape tells the inner one',
			{ error: { code: 'A', message: 'a', innerError: { code: 'B', message: 'b' } } },
			{ code: 'B', message: 'b' },
		],
		[
			'with an empty inner error tells the outer one',
			{ code: 'A', message: 'a', innerError: {} },
			{ code: 'A', message: 'a' },
		],
		[
			'with nulls inside tells the outer one',
			{ code: 'A', message: 'a', innerError: { code: null, message: null } },
			{ code: 'A', message: 'a' },
		],
		[
			'without an inner error tells the outer one',
			{ code: 'A', message: 'a', innerError: null },
			{ code: 'A', message: 'a' },
		],
		[
			'with names in capitals',
			{ Code: 'A', Message: 'a', InnerError: { Code: 'B', Message: 'b', InnerError: null } },
			{ code: 'B', message: 'b' },
		],
		[
			'of API management',
			{ statusCode: 401, message: 'No key' },
			{ code: null, message: 'No key' },
		],
		['of only a Message', { Message: 'Invalid cid' }, { code: null, message: 'Invalid cid' }],
		[
			'of a sign-in host',
			{ error: 'invalid_client', error_description: 'Wrong secret' },
			{ code: null, message: 'Wrong secret' },
		],
		[
			'with several faults in one text',
			{ code: 'InvalidRequest', message: 'The locale is wrong. OR The dataset is empty.' },
			{
				code: 'InvalidRequest',
				message: '(1) The locale is wrong. (2) The dataset is empty.',
			},
		],
		[
			'with several faults in an inner error',
			{
				code: 'A',
				message: 'a',
				innerError: { code: 'B', message: 'One is. OR Two is. OR Six is.' },
			},
			{ code: 'B', message: '(1) One is. (2) Two is. (3) Six is.' },
		],
		[
			'with the word in a name, or between two words, is one',
			{ code: 'A', message: "Only one of 'contentUrl OR blocks' may be given." },
			{ code: 'A', message: "Only one of 'contentUrl OR blocks' may be given." },
		],
		[
			'with the faults in details',
			{
				code: 'InvalidRequest',
				message: 'Several things are wrong.',
				details: [
					{ code: 'InvalidLocale', message: 'No xx-XX.' },
					{ code: 'InvalidDataset', message: 'It is empty.' },
				],
			},
			{ code: 'InvalidLocale', message: '(1) No xx-XX. (2) It is empty.' },
		],
		[
			'with one fault in details',
			{
				code: 'InvalidRequest',
				message: 'Wrong.',
				details: [{ code: 'B', message: 'It is empty.' }],
			},
			{ code: 'B', message: 'It is empty.' },
		],
		[
			'with details that are none',
			{ code: 'A', message: 'a', details: ['x', null, 5] },
			{ code: 'A', message: 'a' },
		],
		['of blanks tells nothing', { code: '', message: '  ' }, NOTHING],
		['of nulls tells nothing', { code: null, message: null }, NOTHING],
		['with another error shape tells nothing', { error: 'boom' }, NOTHING],
		['that is a list tells nothing', [{ code: 'A' }], NOTHING],
		['that is a number tells nothing', 42, NOTHING],
		['that is null tells nothing', null, NOTHING],
	])('%s', (_name, body, expected) => {
		expect(parseErrorBody(JSON.stringify(body))).toEqual(expected);
	});

	it('of a storage host is read from its XML', () => {
		const xml =
			'\ufeff<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Expired.\nTime:1</Message></Error>';
		expect(parseErrorBody(xml)).toEqual({
			code: 'AuthenticationFailed',
			message: 'Expired. Time:1',
		});
	});

	it.each([
		['empty', ''],
		['HTML', '<html><body>502 Bad Gateway</body></html>'],
		['plain text', 'Access denied'],
		['cut short', '{"code": "NotFound", "mess'],
	])('that is %s tells nothing', (_name, body) => {
		expect(parseErrorBody(body)).toEqual(NOTHING);
	});

	it('is made fit to show: one line, no SAS, no control characters, at most 500', () => {
		const message = `Cannot read\nhttps://a.example/f?sig=hidden \u202e${'x'.repeat(600)}`;
		const parsed = parseErrorBody(JSON.stringify({ code: 'A\u0000', message }));
		expect(parsed.code).toBe('A');
		expect(parsed.message).toMatch(/^Cannot read https:\/\/a\.example\/f x+…$/);
		expect(parsed.message).toHaveLength(500);
	});

	it('of endless depth is read without harm', () => {
		const deep = `${'{"code":"A","innerError":'.repeat(200)}{}${'}'.repeat(200)}`;
		expect(parseErrorBody(deep).code).toBe('A');
	});
});
