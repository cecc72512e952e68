import type { SpeechClient } from '../../../nodes/shared/api/client';
import { lookFor } from '../../../nodes/shared/api/lookFor';
import { ServiceError } from '../../../nodes/shared/api/serviceError';
import type { CustomModel } from '../../../nodes/shared/speech/entities';
import { customModel, entityUrl } from '../entities';
import { defined } from '../../support/defined';

const TRACE = 'f00dcafe';
const marked = (number: number) => customModel({ number, customProperties: { mark: TRACE } });

/** A look at lists that change from one time to the next; what is left out of each stands second. */
function looking(...lists: Array<[values: unknown[], leftOut?: unknown[]]>) {
	const listWithRest = () => {
		const [values, leftOut = []] = lists.length > 1 ? defined(lists.shift()) : lists[0];
		return Promise.resolve({ values, leftOut });
	};
	return lookFor<CustomModel>({ listWithRest } as unknown as SpeechClient, {
		collection: 'models',
		query: {},
		isSame: ({ customProperties }) => customProperties?.mark === TRACE,
		traces: [TRACE],
	});
}

const thrownBy = async (look: () => Promise<unknown>) =>
	await look().then(
		() => null,
		(thrown: unknown) => thrown,
	);

describe('a look for what is there already', () => {
	it('finds what is the same and nothing else', async () => {
		expect(await looking([[marked(1), customModel({ number: 2 })]])()).toEqual([marked(1)]);
	});

	it.each([
		['another odd one', { ...customModel({ number: 3 }), locale: 7 }],
		['what is nothing at all', null],
	])('is not kept from its answer by %s', async (_what, odd) => {
		expect(await looking([[marked(1)], [odd]])()).toEqual([marked(1)]);
	});

	it('counts what cannot be read but bears its traces, without the odd fields', async () => {
		const odd = { ...marked(4), locale: 7 };
		const [found] = await looking([[], [odd]])();
		expect(found).toMatchObject({ self: entityUrl('models', 4) });
		expect(found).not.toHaveProperty('locale');
	});

	it('does not guess about one that bears its traces and no URL', async () => {
		const odd = { displayName: 'x', customProperties: { mark: TRACE } };
		expect(await thrownBy(looking([[], [odd]]))).toBeInstanceOf(ServiceError);
	});

	it('does not guess once more than before cannot be read: it may have just been made', async () => {
		const look = looking([[], [null]], [[], [null]], [[], [null, {}]]);
		expect(await look()).toEqual([]);
		expect(await look()).toEqual([]);
		expect(((await thrownBy(look)) as ServiceError).message).toMatch(
			/^The node cannot check whether/,
		);
	});
});
