import type { SpeechClient } from '../../../nodes/shared/api/client';
import { sendBlocks } from '../../../nodes/UploadDataset/upload/sendBlocks';
import { uuid } from '../entities';
import { refusal } from '../failures';
import { sourceOf } from './sources';
import { defined } from '../../support/defined';

/** Sends a file that is not what it was when it was checked; the clean-up ends as told. */
async function sendChanged(remove: () => Promise<void>) {
	const client = { context: {}, send: async () => {}, remove: jest.fn(remove) };
	const source = sourceOf('calls.txt', 'another content');
	const payload = {
		source,
		isMended: false,
		sha256: 'of-the-first-one',
		bytes: defined(source.bytes),
	};
	const sent = sendBlocks(client as unknown as SpeechClient, uuid(1), payload, [], () => {});
	const error = await sent.then(
		() => null,
		(thrown: unknown) => thrown as Error & { advice: string },
	);
	return { error, removed: client.remove.mock.calls };
}

const CHANGED = /^The file 'calls\.txt' is not the same as when it was checked/;

describe('a file that changes under way', () => {
	it('is told, and what was begun of it is deleted', async () => {
		const { error, removed } = await sendChanged(async () => {});
		expect(error?.message).toMatch(CHANGED);
		expect(error?.advice).not.toContain('deleted');
		expect(removed).toEqual([['datasets', uuid(1)]]);
	});

	it('is told all the same when the service refuses to delete it', async () => {
		const { error } = await sendChanged(async () => {
			await Promise.reject(refusal(409));
		});
		expect(error?.message).toMatch(CHANGED);
		expect(error?.advice).toContain(`could not be deleted; delete it by hand (ID ${uuid(1)})`);
		expect(error?.advice).toContain('Refused with 409.');
	});
});
