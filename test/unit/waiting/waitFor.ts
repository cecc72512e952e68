import type { SpeechClient } from '../../../nodes/shared/api/client';
import type { Job } from '../../../nodes/shared/waiting/jobs';
import type { WaitRules } from '../../../nodes/shared/waiting/readRules';
import type { Wait, WaitingNode } from '../../../nodes/shared/waiting/waitingNode';
import { beginWait } from '../../../nodes/shared/waiting/waitState';

/** A wait for the given jobs, one item each, of a node that adds nothing of its own. */
export function waitFor(
	client: SpeechClient,
	jobs: Job[],
	rules: WaitRules,
	node: Partial<WaitingNode> = {},
): Wait {
	return {
		client,
		context: client.context as Wait['context'],
		node: { ...PLAIN, ...node },
		face: { name: 'Wait', onError: 'continueErrorOutput' },
		items: jobs.map((_job, number) => ({ json: { number } })),
		rules,
		state: beginWait(
			Date.now(),
			jobs.map((job) => ({ job, memo: {}, failure: null })),
		),
	};
}

const PLAIN: WaitingNode = {
	begin: async () => ({ job: null, memo: {} }),
	gained: () => ({}),
	finish: async () => ({ json: {} }),
};
