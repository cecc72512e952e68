import { emulatorControl } from '../../playground/lib/emulatorControl.mts';

/**
 * Trainings that go on for ever, and who asks for them.
 *
 */
function trainings(emulator: { url: string }) {
	const { get, post, remove } = emulatorControl(emulator);
	const begin = async () =>
		await post('/entities/models', {
			displayName: 'Waited for',
			locale: 'en-US',
			status: 'Running',
		});
	const requests = async () => await get('/requests');
	return {
		/** @returns {Promise<string[]>} the ids of the models */
		begin: async (count): Promise<string[]> =>
			(await Promise.all(Array.from({ length: count }, begin))).map(({ id }) => id),
		remove: async (ids) => {
			await Promise.all(ids.map((id) => remove(`/entities/models/${id}`)));
		},
		/** Every request so far, its path and time. */
		requests,
		/** Those that ask for one of the models alone. */
		looksAt: async (ids) => {
			const wanted = new Set(ids.map((id) => `/models/${id}`));
			return (await requests()).filter(({ path }) => wanted.has(path));
		},
		forgetRequests: async () => await remove('/requests'),
	};
}

export { trainings };
