import type { SpeechClient } from '../../../nodes/shared/api/client';
import type { Entity } from '../../../nodes/shared/speech/entities';
import { beginState, begunCase } from '../../../nodes/shared/waiting/case';
import type { Job } from '../../../nodes/shared/waiting/jobs';
import type { WaitRules } from '../../../nodes/shared/waiting/rules';
import type { Wait, WaitingNode } from '../../../nodes/shared/waiting/waitingNode';

/** A wait for the given jobs, one item each, of a node that adds nothing of its own. */
export function waitFor(
	client: SpeechClient,
	jobs: Job[],
	rules: WaitRules,
	node: Partial<WaitingNode<null>> = {},
): Wait<null, Entity> {
	return {
		client,
		context: client.context as Wait<null, Entity>['context'],
		node: { ...PLAIN, ...node },
		identity: { name: 'Wait', onError: 'continueErrorOutput' },
		items: jobs.map((_job, number) => ({ json: { number } })),
		rules,
		state: beginState(
			Date.now(),
			jobs.map((job) => begunCase({ job, memo: null })),
		),
	};
}

const PLAIN: WaitingNode<null> = {
	begin: () => Promise.resolve({ job: null, memo: null }),
	resultFields: () => ({}),
	finish: () => Promise.resolve({ json: {} }),
};
