import { choiceFromInput } from '../../../nodes/shared/n8n/choices';
import { InputError } from '../../../nodes/shared/speech/inputError';
import { inputErrorOf } from '../failures';

const choose = (value: unknown) =>
	choiceFromInput(value, { label: 'Intended Use', choices: ['any', 'training'], fallback: 'any' });

describe('a choice from a list', () => {
	it('is taken as it is', () => {
		expect(choose('training')).toBe('training');
	});

	it.each([undefined, null, ''])('is its default for %p', (value) => {
		expect(choose(value)).toBe('any');
	});

	it.each(['Training', 'testing', 1, true, {}])(
		'is refused with the field and its choices for %p',
		(value) => {
			expect(() => choose(value)).toThrow(InputError);
			expect(() => choose(value)).toThrow(/^'Intended Use' is not one of the options/);
			expect(inputErrorOf(() => choose(value)).advice).toBe(
				'Use one of any, training, or pick from the list.',
			);
		},
	);
});
