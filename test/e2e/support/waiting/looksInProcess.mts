import type { RunningN8n } from '../../../../playground/n8n/startN8n.mts';
import { waitUntil } from '../../../../playground/process/waitUntil.mts';
import type { WaitingControl } from './emulatorControl.mts';
import { LONGEST_PAUSE } from './waits.mts';

/** Sees waits that stay in process from the side of the service, for n8n itself only says that they run. */
export function looksInProcess({
	n8n,
	control,
}: {
	n8n: Pick<RunningN8n, 'moveClock'>;
	control: WaitingControl;
}) {
	async function looks() {
		const requests = await control.requests();
		return requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/models'));
	}

	return {
		/** Waits until every model of these names was looked at once. */
		async untilLookedAt(names: string[]) {
			await waitUntil(
				async () => {
					const models = await control.models();
					const seen = await looks();
					return names.every((name) => {
						const model = models.find(({ displayName }) => displayName === name);
						return model && seen.some(({ path }) => path === `/models/${model.id}`);
					});
				},
				{ every: 100, patience: 60_000, otherwise: () => `No look came at ${names.join(', ')}` },
			);
		},

		/** Has the next look come. */
		async nextCheck() {
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
