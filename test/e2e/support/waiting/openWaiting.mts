import { connectTo } from '../../../../playground/lib/n8nSession.mts';
import { credentialFor } from '../../../../playground/lib/credentialFor.mts';
import { storesWaits } from '../../../../playground/lib/installedN8n.mts';
import { waitUntil } from '../../../../playground/lib/waitUntil.mts';
import { controlOf } from './emulatorControl.mts';
import { callingWorkflow, errorWorkflow } from './otherWorkflows.mts';
import { looksInProcess } from './looksInProcess.mts';
import { recoveryOf } from './recovery.mts';
import { waitsOf } from './waits.mts';
import { waitingWorkflow } from './waitingWorkflow.mts';

/**
 * A playground with a clock that moves, as tests of waiting use it.
 *
 */
async function openWaiting(
	open: Awaited<ReturnType<typeof import('../../../../playground/n8n.mts').openPlayground>>,
) {
	const { n8n, emulator, credential, owner, userFolder, close } = open;
	const session = connectTo(n8n.url);
	await session.post('/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	const control = controlOf(emulator);
	const waits = waitsOf({ n8n, session });
	const { executions } = waits;
	const inProcess = looksInProcess({ n8n, control });
	const { id: retrain } = await control.modelNamed('Retail en-US');

	return {
		n8n,
		session,
		control,
		waits,
		executions,
		recovery: recoveryOf({ userFolder, n8n }),
		owner,
		close,
		callingWorkflow,
		errorWorkflow,
		workflow: (options) => waitingWorkflow({ credential, retrain, ...options }),

		countModels: async (name) =>
			(await control.models()).filter(({ displayName }) => displayName === name).length,

		/** Waits until an execution waits for models of these names: in n8n's database, where this n8n stores waits. */
		async untilWaiting(id, names) {
			if (storesWaits) await waits.untilStored(id);
			else await inProcess.untilLookedAt(names);
		},

		/** Has the next look of the waits of a workflow come. */
		async nextLook(workflow) {
			if (storesWaits) await waits.nextLook(workflow);
			else await inProcess.nextLook();
		},

		/** What a person does after a key was rotated. */
		async saveKey(key) {
			const renewed = credentialFor({ url: emulator.url, key });
			await session.patch(`/rest/credentials/${credential.id}`, renewed);
		},

		/** What a person does who edits a workflow and publishes it. */
		async renameNode({ id }, from, to) {
			const stored = await session.get(`/rest/workflows/${id}`);
			const renamed = JSON.parse(JSON.stringify(stored).replaceAll(from, to));
			const { nodes, connections, versionId } = renamed;
			const saved = await session.patch(`/rest/workflows/${id}`, { nodes, connections, versionId });
			await waits.publish(saved);
		},

		/** Sees to it that what is read stays the same for a time; gives it. */
		async staysFor(milliseconds, read) {
			const end = Date.now() + milliseconds;
			const first = await read();
			await waitUntil(
				async () => {
					const now = await read();
					if (now !== first) throw new Error(`It was ${first} and became ${now}`);
					return Date.now() >= end;
				},
				{ every: 200, patience: milliseconds + 5_000, otherwise: () => 'Too slow' },
			);
			return first;
		},

		/** Stops every execution that is still there, and gives them. */
		async stopLeftovers() {
			const leftovers = await executions.unfinished();
			// One that ends by itself in this moment cannot be stopped.
			for (const { id } of leftovers) await executions.stop(id).catch(() => {});
			return leftovers.map(({ id, status, workflowName }) => `${id} ${status} ${workflowName}`);
		},
	};
}

export { openWaiting };
