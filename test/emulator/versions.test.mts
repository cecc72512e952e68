import { call, ref, refusal, startEmulator } from './client.mts';

describe('api-version 2024-11-15', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	const version = '2024-11-15';
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'demo' });
	});
	afterAll(() => emulator.close());

	it('has no projects', async () => {
		expect(refusal(await call(emulator, 'GET', '/projects', { version }))).toBe('404 NotFound');
		const [{ id }] = emulator.list('projects');
		expect((await call(emulator, 'GET', `/projects/${id}/models`, { version })).status).toBe(404);
	});

	it('does not show the project of an entity', async () => {
		const { body } = await call(emulator, 'GET', '/models', { version });
		expect(body.values).toHaveLength(2);
		for (const model of body.values) expect(model).not.toHaveProperty('project');
		const now = await call(emulator, 'GET', '/models');
		for (const model of now.body.values) expect(model.project.self).toMatch('/projects/');
	});

	it('refuses a project as an unknown field', async () => {
		const project = ref(emulator.list('projects')[0]);
		const body = { displayName: 'D', locale: 'en-US', kind: 'Language', project };
		const answer = await call(emulator, 'POST', '/datasets', { body, version });
		expect(refusal(answer)).toBe('400 InvalidRequest InvalidPayload');
		const { id } = emulator.list('models')[0];
		const patch = await call(emulator, 'PATCH', `/models/${id}`, { body: { project }, version });
		expect(patch.body.target).toBe('project');
	});

	it('is carried by all links', async () => {
		const { body } = await call(emulator, 'GET', '/models', { version, query: { top: '1' } });
		expect(body['@nextLink']).toMatch(`api-version=${version}`);
		expect(body.values[0].self).toMatch(`api-version=${version}`);
	});

	it('is refused when the emulator is told not to know it', async () => {
		const young = await startEmulator({ seed: 'bare', apiVersions: ['2025-10-15'] });
		expect((await call(young, 'GET', '/models', { version })).status).toBe(400);
		await young.close();
	});
});

describe('links', () => {
	it('name the host the caller used, and references to either name are taken', async () => {
		const emulator = await startEmulator({ seed: 'bare' });
		const port = new URL(emulator.url).port;
		const local = { url: `http://localhost:${port}`, key: emulator.key } as any;
		const { body: project } = await call(local, 'POST', '/projects', {
			body: { displayName: 'P', locale: 'en-US' },
		});
		expect(new URL(project.self).origin).toBe(local.url);
		const body = { displayName: 'D', locale: 'en-US', kind: 'Language' };
		for (const self of [project.self, project.self.replace('localhost', '127.0.0.1')]) {
			const answer = await call(local, 'POST', '/datasets', {
				body: { ...body, project: { self } },
			});
			expect(answer.status).toBe(201);
		}
		await emulator.close();
	});

	it('a create can come without Location', async () => {
		const emulator = await startEmulator({ seed: 'bare', quirks: { locationOnCreate: false } });
		const body = { displayName: 'P', locale: 'en-US' };
		expect(
			(await call(emulator, 'POST', '/projects', { body })).headers.get('location'),
		).toBeNull();
		await emulator.close();
	});
});
