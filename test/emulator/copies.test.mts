import { defined } from '../support/defined.ts';
import {
	call,
	idAt,
	idOf,
	ref,
	refusal,
	startEmulator,
	type Answer,
	type Emulator,
	type ShownEntity,
} from './client.mts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SOURCE = '/subscriptions/s/resourceGroups/g/providers/p/accounts/source';
const BASE = { displayName: '20260912', locale: 'en-US' };

describe('a model that is copied from one emulator to another', () => {
	let source: Emulator;
	let target: Emulator;
	let baseAtTarget: ShownEntity;
	let modelId: string;

	beforeEach(async () => {
		const options = { seed: 'empty', now: '2026-11-01T00:00:00Z', speed: 0 } as const;
		[source, target] = await Promise.all([startEmulator(options), startEmulator(options)]);
		baseAtTarget = target.put('baseModels', BASE);
		modelId = source.put('models', {
			displayName: 'Retail en-US',
			locale: 'en-US',
			baseModel: source.put('baseModels', BASE).id,
			customProperties: { n8nRetrainedFrom: 'x' },
		}).id;
	});
	afterEach(async () => {
		await Promise.all([source.close(), target.close()]);
	});

	const authorize = async (at = target) =>
		await call(at, 'POST', '/models:authorizecopy', { body: { sourceResourceId: SOURCE } });
	const copy = async (body: unknown) =>
		await call(source, 'POST', `/models/${modelId}:copy`, { body });
	const operation = async (started: Answer) =>
		await call(source, 'GET', `/operations/models/copy/${defined(started.body.id)}`);

	it('appears at the target and can be used once the operation has succeeded', async () => {
		const started = await copy((await authorize()).body);
		expect(started.status).toBe(202);
		expect(target.list('models')).toEqual([
			expect.objectContaining({ displayName: 'Retail en-US', status: 'NotStarted' }),
		]);
		for (const emulator of [source, target]) emulator.advance(5 * MINUTE);
		const { status, result } = (await operation(started)).body;
		expect(status).toBe('Succeeded');
		expect(result?.link).toMatch(`${target.url}/speechtotext/models/`);
		const made = target.get('models', idAt(result?.link));
		expect(made).toMatchObject({
			status: 'Succeeded',
			locale: 'en-US',
			baseModel: ref(baseAtTarget),
			customProperties: { n8nRetrainedFrom: 'x' },
		});
		expect(source.list('models')).toHaveLength(1);
	});

	it('fails at both when it is scripted to', async () => {
		source.setOutcome({ collection: 'operations', status: 'Failed' });
		const started = await copy((await authorize()).body);
		for (const emulator of [source, target]) emulator.advance(5 * MINUTE);
		expect((await operation(started)).body.status).toBe('Failed');
		expect(target.list('models')[0]).toMatchObject({ status: 'Failed' });
	});

	it('takes no key of either resource to the other', async () => {
		await copy((await authorize()).body);
		expect(target.requests().map(({ path }) => path)).toEqual(['/models:authorizecopy']);
		expect(source.requests().map(({ path }) => path)).toEqual([`/models/${modelId}:copy`]);
	});

	it.each<[string, (issued: Answer['body']) => object, string]>([
		['made up', (issued) => ({ ...issued, id: modelId }), 'InvalidPayload'],
		[
			'issued for another resource',
			(issued) => ({ ...issued, sourceResourceId: `${SOURCE}2` }),
			'InvalidPayload',
		],
		[
			'of a host that is not there',
			(issued) => ({ ...issued, targetResourceEndpoint: 'http://127.0.0.1:9' }),
			'InvalidPayload',
		],
		[
			'of a host elsewhere',
			(issued) => ({ ...issued, targetResourceEndpoint: 'https://westus.api.example' }),
			'InvalidPayload',
		],
		[
			'over',
			(issued) => ({ ...issued, expirationDateTime: '2026-10-31T00:00:00Z' }),
			'ModelCopyAuthorizationExpired',
		],
	])('is refused with an authorization that is %s', async (_what, change, code) => {
		const refused = await copy(change((await authorize()).body));
		expect(refusal(refused)).toBe(`400 InvalidRequest ${code}`);
		expect(target.list('models')).toEqual([]);
		expect(source.list('operations')).toEqual([]);
	});

	it('is refused when the authorization is over by the clock of the target', async () => {
		const { body } = await authorize();
		target.advance(24 * HOUR);
		expect(refusal(await copy(body))).toBe('400 InvalidRequest ModelCopyAuthorizationExpired');
	});

	it('is copied once with one authorization', async () => {
		const { body } = await authorize();
		expect((await copy(body)).status).toBe(202);
		expect(refusal(await copy(body))).toBe('400 InvalidRequest InvalidPayload');
		expect(target.list('models')).toHaveLength(1);
	});

	it('needs its base model at the target, unless that is told otherwise', async () => {
		const other = await startEmulator({ seed: 'empty', now: '2026-11-01T00:00:00Z', speed: 0 });
		try {
			const { body } = await authorize(other);
			expect(refusal(await copy(body))).toBe('400 InvalidRequest InvalidBaseModel');
			other.setQuirks({ baseOfCopy: 'unneeded' });
			expect((await copy(body)).status).toBe(202);
			expect(other.list('models')[0]).not.toHaveProperty('baseModel');
		} finally {
			await other.close();
		}
	});

	it('can be copied within one resource as well', async () => {
		const { body } = await authorize(source);
		const started = await copy(body);
		source.advance(5 * MINUTE);
		expect((await operation(started)).body.result?.link).toMatch(source.url);
		expect(source.list('models')).toHaveLength(2);
		expect(idOf(await call(source, 'GET', `/models/${modelId}`))).toBe(modelId);
	});
});
