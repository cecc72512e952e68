import { numberFromInput } from '../../../nodes/shared/n8n/numbers';
import { inputErrorOf } from '../failures';

const read = (value: unknown) =>
	numberFromInput(value, { label: 'Warn Within Days', atLeast: 1, fallback: 90 });

describe('a field for a number', () => {
	it.each([
		[1, 1],
		[0x10, 16],
		[2.5, 2.5],
		['30', 30],
		[' 30 ', 30],
		['1e2', 100],
	])('that holds %j is %d', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	it.each([undefined, null, '', ' \t', []])('is its default, and never 0, for %j', (value) => {
		expect(read(value)).toBe(90);
	});

	it.each([0, 0.99, -1, '0', 'many', '30 days', true, {}, [30], NaN, Infinity, '-Infinity'])(
		'is refused with its name, what it holds and what it takes for %p',
		(value) => {
			const error = inputErrorOf(() => read(value));
			expect(error.message).toBe(
				`'Warn Within Days' is not a valid number: ${JSON.stringify(value)}.`,
			);
			expect(error.advice).toBe('Use a number, 1 or more.');
		},
	);
});
