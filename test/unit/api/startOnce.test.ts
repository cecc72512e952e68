import type { SpeechClient } from '../../../nodes/shared/api/client';
import { startOnce, type OncePlan } from '../../../nodes/shared/api/startOnce';
import {
	holdsFingerprint,
	markedAsTwin,
	markedFingerprint,
} from '../../../nodes/shared/speech/fingerprint';
import type { CustomModel } from '../../../nodes/shared/speech/entities';
import { InputError } from '../../../nodes/shared/speech/inputError';
import { idOf } from '../../../nodes/shared/speech/references';
import { customModel, uuid } from '../entities';

const FINGERPRINT = 'f'.repeat(64);
const MINE = markedFingerprint(FINGERPRINT, 'this run');
const OTHER = markedFingerprint(FINGERPRINT, 'another run');

const made = (number: number, mark: string, createdDateTime: string, status = 'Running') =>
	customModel({ number, status, createdDateTime, customProperties: { mark } });

const NEW = made(100, MINE, '2026-11-01T12:00:00Z');
const OLDER = made(1, OTHER, '2026-10-01T00:00:00Z');
const NEWER = made(2, OTHER, '2026-10-02T00:00:00Z');
const FAILED = made(3, MINE, '2026-10-03T00:00:00Z', 'Failed');
const OWN = made(4, MINE, '2026-09-01T00:00:00Z');

/** Starts in a resource that holds some models; what is posted is listed from then on. */
function starting(before: CustomModel[], changes: Partial<OncePlan<CustomModel>> = {}) {
	const listed = [...before];
	const patched: string[] = [];
	const removed: string[] = [];
	const client = {
		context: {},
		once: async <T>(_key: string, task: () => Promise<T>) => await task(),
		listWithRest: () => Promise.resolve({ values: listed, leftOut: [] }),
		list: () => Promise.resolve(listed),
		patch: (collection: string, id: string) => Promise.resolve(patched.push(`${collection}/${id}`)),
		remove: (_collection: string, id: string) => Promise.resolve(removed.push(id)),
		remarkOnce: () => {},
	} as unknown as SpeechClient;
	const post = jest.fn((): Promise<CustomModel> => {
		listed.push(NEW);
		return Promise.resolve(NEW);
	});
	const plan: OncePlan<CustomModel> = {
		wanted: {
			collection: 'models',
			query: {},
			isSame: ({ customProperties }) => holdsFingerprint(customProperties?.mark, FINGERPRINT),
			traces: [],
		},
		locale: 'en-US',
		isUsable: ({ status }) => status !== 'Failed',
		mark: MINE,
		property: 'mark',
		ifThere: 'use',
		post,
		alreadyThere: ({ displayName }) => new InputError(`There is ${displayName}.`, 'Do otherwise.'),
		...changes,
	};
	const settled = async () => {
		const settle = await startOnce(client, plan);
		const result = settle().catch((thrown: unknown) => thrown);
		await jest.advanceTimersByTimeAsync(20_000);
		return await result;
	};
	return { listed, post, patched, removed, settled };
}

beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => {
	jest.useRealTimers();
});

describe('starting something once', () => {
	it('starts it when there is none', async () => {
		const { post, settled } = starting([]);
		expect(await settled()).toEqual({ entity: NEW, reused: false, twin: null });
		expect(post).toHaveBeenCalledTimes(1);
	});

	it('takes the newest that is usable', async () => {
		const { post, settled } = starting([OLDER, NEWER, FAILED]);
		expect(await settled()).toEqual({ entity: NEWER, reused: true, twin: null });
		expect(post).not.toHaveBeenCalled();
	});

	it.each(['use', 'again', 'fail'] as const)(
		'takes what this very run has started, whatever is wanted (%s)',
		async (ifThere) => {
			const { post, settled } = starting([NEWER, OWN], { ifThere });
			expect(await settled()).toEqual({ entity: OWN, reused: false, twin: null });
			expect(post).not.toHaveBeenCalled();
		},
	);

	it('starts another one when that is wanted, or when none is usable', async () => {
		expect(await starting([NEWER], { ifThere: 'again' }).settled()).toMatchObject({ entity: NEW });
		expect(await starting([FAILED]).settled()).toMatchObject({ entity: NEW });
	});

	it('fails when that is wanted', async () => {
		const { settled } = starting([NEWER], { ifThere: 'fail' });
		await expect(settled()).rejects.toThrow('There is Retail');
	});
});

describe('starting what another run starts at the same time', () => {
	const rival = made(50, OTHER, '2026-11-01T12:00:00Z');
	/** The other run is as far when this one posts. */
	const together = (changes: Partial<OncePlan<CustomModel>> = {}, other = rival) => {
		const started = starting([], changes);
		started.post.mockImplementation(() => {
			started.listed.push(NEW, other);
			return Promise.resolve(NEW);
		});
		return started;
	};

	it('takes the oldest, and deletes its own', async () => {
		const { settled, patched, removed } = together();
		expect(await settled()).toEqual({
			entity: rival,
			reused: true,
			twin: { collection: 'models', id: idOf(NEW), fate: 'deleted' },
		});
		expect(patched).toEqual([`models/${idOf(NEW)}`]);
		expect(removed).toEqual([idOf(NEW)]);
	});

	it('touches nothing when its own is the oldest', async () => {
		const { settled, patched, removed } = together({}, made(150, OTHER, '2026-11-01T12:00:00Z'));
		expect(await settled()).toEqual({ entity: NEW, reused: false, twin: null });
		expect([...patched, ...removed]).toEqual([]);
	});

	it('touches nothing when another one was wanted', async () => {
		const { settled, patched, removed } = together({ ifThere: 'again' });
		expect(await settled()).toEqual({ entity: NEW, reused: false, twin: null });
		expect([...patched, ...removed]).toEqual([]);
	});

	it('fails when that is wanted and the other run was faster', async () => {
		const { settled, removed } = together({ ifThere: 'fail' });
		expect(await settled()).toMatchObject({ message: 'There is Retail en-US.' });
		expect(removed).toEqual([idOf(NEW)]);
	});

	it('finds the twin when it is tried again after a crash', async () => {
		const { settled, post, removed } = starting([rival, NEW]);
		expect(await settled()).toMatchObject({ entity: rival, reused: true });
		expect(post).not.toHaveBeenCalled();
		expect(removed).toEqual([idOf(NEW)]);
	});

	it('keeps a twin that something names', async () => {
		const { settled, listed, removed } = together();
		listed.push(customModel({ number: 7, customProperties: { n8nRetrainedFrom: idOf(NEW) } }));
		expect(await settled()).toMatchObject({ entity: rival, twin: { fate: 'marked' } });
		expect(removed).toEqual([]);
	});

	it('deletes later what a run had to leave', async () => {
		const left = made(60, markedAsTwin(MINE, uuid(50)), '2026-11-01T12:00:01Z', 'Succeeded');
		const { settled, removed } = starting([rival, left]);
		expect(await settled()).toEqual({ entity: rival, reused: true, twin: null });
		expect(removed).toEqual([uuid(60)]);
	});

	it('leaves that alone when another one is wanted', async () => {
		const left = made(60, markedAsTwin(MINE, uuid(50)), '2026-11-01T12:00:01Z', 'Succeeded');
		const { settled, removed } = starting([rival, left], { ifThere: 'again' });
		expect(await settled()).toMatchObject({ entity: NEW });
		expect(removed).toEqual([]);
	});
});
