import {
	emulatorControl,
	type EmulatorAddress,
	type SeenRequest,
} from '../../playground/emulator/emulatorControl.mts';

export type Trainings = ReturnType<typeof trainings>;

/** Trainings that go on for ever, and who asks for them. */
export function trainings(emulator: EmulatorAddress) {
	const control = emulatorControl(emulator);
	const begin = async () =>
		await control.put('models', {
			displayName: 'Waited for',
			locale: 'en-US',
			status: 'Running',
		});
	const requests = async () => await control.requests();
	return {
		/** @returns the ids of the models */
		async begin(count: number): Promise<string[]> {
			const models = await Promise.all(Array.from({ length: count }, begin));
			return models.map(({ id }) => id);
		},
		async remove(ids: string[]) {
			await Promise.all(ids.map((id) => control.removeEntity('models', id)));
		},
		/** Every request so far, its path and time. */
		requests,
		/** Those that ask for one of the models alone. */
		async looksAt(ids: string[]): Promise<SeenRequest[]> {
			const wanted = new Set(ids.map((id) => `/models/${id}`));
			return (await requests()).filter(({ path }) => wanted.has(path));
		},
		async forgetRequests() {
			await control.forgetRequests();
		},
	};
}
