import { credentialFor } from '../../../../playground/emulator/credentialFor.mts';
import type { StoredCredential } from '../../../../playground/n8n/credential.mts';
import { storesWaits } from '../../../../playground/n8n/installedN8n.mts';
import type { OpenedPlayground } from '../../../../playground/openPlayground.mts';
import { waitUntil } from '../../../../playground/process/waitUntil.mts';
import type { Closable } from '../../../../playground/process/withTemporaryFolder.mts';
import { readWorkflow } from '../../../../playground/workflows/storeWorkflow.mts';
import {
	storedWorkflow,
	type WorkflowReference,
} from '../../../../playground/workflows/workflow.mts';
import { controlOf } from './emulatorControl.mts';
import { callingForItems, callingWorkflow, errorWorkflow } from './otherWorkflows.mts';
import { looksInProcess } from './looksInProcess.mts';
import { waitsOf } from './waits.mts';
import { waitingWorkflow, type WaitingOptions } from './waitingWorkflow.mts';

/** Left out, the credential is that of the emulator. */
type ByDefault = Omit<WaitingOptions, 'credential' | 'retrain'> & { credential?: StoredCredential };

export type WaitingPlayground = Awaited<ReturnType<typeof openWaiting>>;

/** A playground with a clock that moves, as tests of waiting use it. */
export async function openWaiting(open: Omit<OpenedPlayground, 'userFolder'> & Closable) {
	const { n8n, emulator, credential, session, close } = open;
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
		credential,
		close,
		callingForItems,
		callingWorkflow,
		errorWorkflow,
		workflow: (options: ByDefault) => waitingWorkflow({ credential, retrain, ...options }),

		countModels: async (name: string) =>
			(await control.models()).filter(({ displayName }) => displayName === name).length,

		/** Waits until an execution waits for models of these names: in n8n's database, where this n8n stores waits. */
		async untilWaiting(id: string, names: string[]) {
			if (storesWaits) await waits.untilStored(id);
			else await inProcess.untilLookedAt(names);
		},

		/** Has the next look of the waits of a workflow come. */
		async nextCheck(workflow: WorkflowReference) {
			if (storesWaits) await waits.nextCheck(workflow);
			else await inProcess.nextCheck();
		},

		/** What a person does after a key was rotated. */
		async saveKey(key: string) {
			const renewed = credentialFor({ url: emulator.url, key });
			await session.patch(`/rest/credentials/${credential.id}`, renewed);
		},

		/** What a person does who edits a workflow and publishes it. */
		async renameNode({ id }: WorkflowReference, from: string, to: string) {
			const stored = JSON.stringify(await readWorkflow(session, id));
			const renamed: unknown = JSON.parse(stored.replaceAll(from, to));
			const { nodes, connections, versionId } = storedWorkflow(renamed);
			const saved = await session.patch(`/rest/workflows/${id}`, { nodes, connections, versionId });
			await waits.publish(storedWorkflow(saved));
		},

		/** Sees to it that what is read stays the same for a time; gives it. */
		async staysFor(milliseconds: number, read: () => Promise<string>) {
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
			for (const { id } of leftovers) await executions.stop(id).catch(() => undefined);
			return leftovers.map(
				({ id, status, workflowName }) => `${id} ${status} ${workflowName ?? ''}`,
			);
		},
	};
}
