import { choiceFromInput } from '../../../nodes/shared/n8n/choices';
import { InputError } from '../../../nodes/shared/speech/inputError';

const choose = (value: unknown) =>
	choiceFromInput(value, { label: 'Used For', choices: ['any', 'training'], fallback: 'any' });

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
			expect(() => choose(value)).toThrow(/^'Used For' is none of its choices/);
		},
	);
});
