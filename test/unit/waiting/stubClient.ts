import type { SpeechClient } from '../../../nodes/shared/api/client';
import type { Entity } from '../../../nodes/shared/speech/entities';
import { entityUrl, uuid } from '../entities';
import { refusal } from '../failures';

interface Answers {
	/** What a read of one entity brings; an error is thrown. */
	read?: (id: string) => Entity | Error;
	/** The pages a list brings; an error is thrown in their place. */
	list?: () => Entity[][] | Error;
	/** Seconds every answer asks to wait. */
	retryAfter?: number;
}

/** A client that answers from memory and notes what it was asked. */
export function stubClient({ read, list, retryAfter }: Answers) {
	const reads: string[] = [];
	const lists: Array<{ path: string; filter?: string }> = [];
	const client = {
		context: {},
		connection: { apiVersion: '2025-10-15' },
		once: async <T>(_key: string, task: () => Promise<T>) => await task(),
		read: (_collection: string, id: string) => {
			reads.push(id);
			const body = read?.(id) ?? refusal(404);
			if (body instanceof Error) return Promise.reject(body);
			return Promise.resolve({ body, retryAfter: retryAfter ?? null });
		},
		async *pages(path: string, { filter }: { filter?: string }) {
			lists.push({ path, filter });
			const pages = list?.() ?? [[]];
			if (pages instanceof Error) throw pages;
			for (const values of pages) {
				yield await Promise.resolve({ values, next: null, retryAfter: retryAfter ?? null });
			}
		},
	} as unknown as SpeechClient;
	return { client, reads, lists };
}

export const modelJob = (number: number) => ({ kind: 'model' as const, id: uuid(number) });

export const modelWith = (number: number, status: string): Entity => ({
	self: entityUrl('models', number),
	displayName: `Model ${number}`,
	status,
	createdDateTime: `2026-10-0${number}T00:00:00Z`,
});
