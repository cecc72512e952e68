import type { SpeechClient } from '../../../nodes/shared/api/client';
import { startOnce, type OncePlan } from '../../../nodes/shared/api/startOnce';
import type { Entity } from '../../../nodes/shared/speech/entities';
import { InputError } from '../../../nodes/shared/speech/inputError';
import { customModel } from '../entities';

const CLIENT = { context: {} } as SpeechClient;
const NEW = customModel({ number: 100 });

function starting(there: Entity[], changes: Partial<OncePlan<Entity>> = {}) {
	const post = jest.fn((): Promise<Entity> => Promise.resolve(NEW));
	const plan: OncePlan<Entity> = {
		findSame: () => Promise.resolve(there),
		isUsable: ({ status }) => status !== 'Failed',
		mark: 'mine',
		markOf: ({ customProperties }) => customProperties?.mark,
		ifThere: 'use',
		post,
		alreadyThere: ({ displayName }) => new InputError(`There is ${displayName}.`, 'Do otherwise.'),
		...changes,
	};
	return { post, result: startOnce(CLIENT, plan) };
}

const made = (number: number, mark: string, createdDateTime: string, status = 'Running') =>
	customModel({ number, status, createdDateTime, customProperties: { mark } });
const OLDER = made(1, 'other', '2026-10-01T00:00:00Z');
const NEWER = made(2, 'other', '2026-10-02T00:00:00Z');
const FAILED = made(3, 'mine', '2026-10-03T00:00:00Z', 'Failed');
const MINE = made(4, 'mine', '2026-09-01T00:00:00Z');

describe('starting something once', () => {
	it('starts it when there is none', async () => {
		const { post, result } = starting([]);
		expect(await result).toEqual({ entity: NEW, reused: false });
		expect(post).toHaveBeenCalledTimes(1);
	});

	it('takes the newest that is usable', async () => {
		const { post, result } = starting([OLDER, NEWER, FAILED]);
		expect(await result).toEqual({ entity: NEWER, reused: true });
		expect(post).not.toHaveBeenCalled();
	});

	it.each(['use', 'again', 'fail'] as const)(
		'takes what this very run has started, whatever is wanted (%s)',
		async (ifThere) => {
			const { post, result } = starting([NEWER, MINE], { ifThere });
			expect(await result).toEqual({ entity: MINE, reused: false });
			expect(post).not.toHaveBeenCalled();
		},
	);

	it('starts another one when that is wanted, or when none is usable', async () => {
		expect((await starting([NEWER], { ifThere: 'again' }).result).entity).toBe(NEW);
		expect((await starting([FAILED]).result).entity).toBe(NEW);
	});

	it('fails when that is wanted', async () => {
		await expect(starting([NEWER], { ifThere: 'fail' }).result).rejects.toThrow('There is Retail');
	});
});
