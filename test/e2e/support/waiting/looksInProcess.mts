import { waitUntil } from '../../../../playground/lib/waitUntil.mts';
import { LONGEST_PAUSE } from './waits.mts';

/**
 * Sees waits that stay in process from the side of the service, for n8n itself only says that they run.
 *
 */
function looksInProcess({
	n8n,
	control,
}: {
	n8n: { moveClock: (milliseconds: number) => Promise<void> };
	control: ReturnType<typeof import('./emulatorControl.mts').controlOf>;
}) {
	async function looks() {
		const requests = await control.requests();
		return requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/models'));
	}

	return {
		/** Waits until every model of these names was looked at once. */
		async untilLookedAt(names) {
			await waitUntil(
				async () => {
					const models = await Promise.all(names.map(control.modelNamed));
					const seen = await looks();
					return models.every((model) => seen.some(({ path }) => path === `/models/${model?.id}`));
				},
				{ every: 100, patience: 60_000, otherwise: () => `No look came at ${names.join(', ')}` },
			);
		},

		/** Has the next look come. */
		async nextLook() {
			const before = (await looks()).length;
			await n8n.moveClock(LONGEST_PAUSE);
			await waitUntil(async () => (await looks()).length > before, {
				every: 100,
				patience: 20_000,
				otherwise: () => 'No look came in process',
			});
		},
	};
}

export { looksInProcess };
