import { checkSignature } from '../../../nodes/UploadDataset/plan/signedUrl';
import { NOW } from '../entities';
import { inputErrorOf, thrownBy } from '../failures';

const at = (query: string) => new URL(`https://store.blob.core.windows.net/data/a.zip?${query}`);

describe('the signature in a URL', () => {
	it.each([
		['expired to the second', 'se=2026-11-01T11:59:59Z&sig=x'],
		['that ends at this moment', 'se=2026-11-01T12:00:00Z&sig=x'],
		['expired to the minute', 'se=2026-11-01T11:59Z&sig=x'],
		['expired with decimals', 'se=2026-11-01T11:59:59.1234567Z&sig=x'],
		['expired by the day', 'se=2026-11-01&sig=x'],
		[
			'expired years ago',
			'sp=r&st=2019-01-01T00:00:00Z&se=2020-01-01T00:00:00Z&sv=2022-11-02&sig=x',
		],
		['expired, escaped', 'se=2026-10-01T00%3A00%3A00Z&sig=x'],
		['expired with an offset', 'se=2026-11-01T12:30:00%2B01:00&sig=x'],
		['expired with an offset that is not escaped', 'se=2026-11-01T12:30:00+01:00&sig=x'],
		['expired, with spaces around it', 'se=%202026-10-01T00:00:00Z%20&sig=x'],
		['whose key has expired', 'se=2027-01-01T00:00:00Z&ske=2026-10-01T00:00:00Z&sig=x'],
	])('%s is told before anything is sent', (_what, query) => {
		const { message, advice } = inputErrorOf(() => {
			checkSignature(at(query), NOW);
		});
		expect(message).toMatch(/^The URL in 'URL' has expired: .* until \d{4}-\d\d-\d\dT\S+Z\.$/);
		expect(advice).toMatch(/^Create a new one with read permission.* Nothing was sent\.$/);
		expect(`${message}${advice}`).not.toMatch(/sig=|blob\.core/);
	});

	it.each([
		['from tomorrow', 'st=2026-11-02T00:00:00Z&se=2027-01-01T00:00:00Z&sig=x'],
		['by the day', 'st=2026-11-02&sig=x'],
		['by more than clocks differ', 'st=2026-11-01T12:05:01Z&sig=x'],
		['whose key is not yet valid', 'st=2026-10-01&skt=2026-12-01T00:00:00Z&sig=x'],
	])('not yet valid, %s, is told', (_what, query) => {
		const { message, advice } = inputErrorOf(() => {
			checkSignature(at(query), NOW);
		});
		expect(message).toMatch(/^The URL in 'URL' does not open yet: .* valid from 2026-1/);
		expect(advice).toMatch(/^Wait until then, or create one without a start time/);
	});

	it.each([
		['that is still valid', 'st=2026-10-01T00:00:00Z&se=2026-11-01T12:00:01Z&sig=x'],
		['valid in a moment by another clock', 'st=2026-11-01T12:04:00Z&se=2026-12-01&sig=x'],
		['valid once clocks agree', 'st=2026-11-01T12:05:00Z&sig=x'],
		['valid with an offset that is not escaped', 'se=2026-11-01T12:30:00-01:00&sig=x'],
		['with an end that is no date', 'se=tomorrow&st=never&sig=x'],
		['with a date that there is not', 'se=2026-02-30T00:00:00Z&sig=x'],
		['with only a year', 'se=2020&sig=x'],
		['with an empty end', 'se=&st=&sig=x'],
		['of a stored policy', 'si=policy&sig=x'],
		['that is none', 'size=1'],
		['left out', ''],
	])('%s is no reason to stop', (_what, query) => {
		expect(
			thrownBy(() => {
				checkSignature(at(query), NOW);
			}),
		).toBeUndefined();
	});
});
