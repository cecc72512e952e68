import { switchFromInput } from '../../../nodes/shared/n8n/switches';
import { InputError } from '../../../nodes/shared/speech/inputError';
import { inputErrorOf } from '../failures';

const read = (value: unknown, fallback = true) =>
	switchFromInput(value, { label: 'Report', fallback });

describe('a switch', () => {
	it.each([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
		['False', false],
		[' TRUE ', true],
	])('that holds %p is %p', (value, expected) => {
		expect([read(value, true), read(value, false)]).toEqual([expected, expected]);
	});

	it.each([undefined, null, '', ' '])('is its default for %p', (value) => {
		expect([read(value, true), read(value, false)]).toEqual([true, false]);
	});

	it.each(['yes', 'no', 0, 1, {}])('is refused with its field for %j', (value) => {
		expect(() => read(value)).toThrow(InputError);
		expect(() => read(value)).toThrow(/^'Report' is neither true nor false/);
		expect(inputErrorOf(() => read(value)).advice).toContain('Turn it on or off');
	});
});
