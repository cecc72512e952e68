import { endingOf, type Outcome } from '../../../nodes/shared/waiting/case';
import type { Sighting } from '../../../nodes/shared/waiting/jobs';
import { customModel } from '../entities';
import { refusal, silence } from '../failures';

const seen = (status: string | undefined): Sighting => ({
	kind: 'seen',
	entity: customModel({ status }),
});
const before = customModel({ status: 'Running', displayName: 'As it was' });
const unclear: Sighting = { kind: 'unclear', error: silence() };
const refused: Sighting = { kind: 'refused', error: refusal(401) };

describe('a look', () => {
	it.each<[string, Sighting, Outcome | null, Outcome | null]>([
		['at a job that succeeded', seen('Succeeded'), 'succeeded', 'succeeded'],
		['at a job that failed', seen('Failed'), 'failed', 'failed'],
		['at a job not started', seen('NotStarted'), null, 'timedOut'],
		['at a running job', seen('Running'), null, 'timedOut'],
		['at a status from the future', seen('Pondering'), null, 'timedOut'],
		['at no status at all', seen(undefined), null, 'timedOut'],
		['that brought nothing for now', unclear, null, 'timedOut'],
		['at a job that is gone', { kind: 'gone' }, 'failed', 'failed'],
		['that was refused', refused, 'interrupted', 'interrupted'],
	])('%s ends the wait as it should, in time and overdue', (_name, sighting, inTime, overdue) => {
		expect(endingOf(sighting, null, false)?.outcome ?? null).toBe(inTime);
		expect(endingOf(sighting, null, true)?.outcome ?? null).toBe(overdue);
	});

	it('ends with the entity as it is now', () => {
		expect(endingOf(seen('Failed'), before, false)).toEqual({
			outcome: 'failed',
			entity: customModel({ status: 'Failed' }),
			gone: false,
			error: null,
		});
	});

	it('remembers the entity of a job that is gone', () => {
		expect(endingOf({ kind: 'gone' }, before, false)).toEqual({
			outcome: 'failed',
			entity: before,
			gone: true,
			error: null,
		});
	});

	it('bears a refusal that may be over at the next look, but not beyond the deadline', () => {
		expect(endingOf(refused, before, false, true)).toBeNull();
		expect(endingOf(refused, before, true, true)?.outcome).toBe('timedOut');
	});

	it('remembers the entity, and tells what refused it', () => {
		const ending = endingOf(refused, before, false);
		expect(ending).toMatchObject({ entity: before, gone: false });
		expect(ending?.error?.status).toBe(401);
	});

	it('tells what kept it from seeing anything at the deadline', () => {
		expect(endingOf(unclear, null, true)).toMatchObject({ entity: null, gone: false });
		expect(endingOf(unclear, null, true)?.error?.kind).toBe('unreachable');
	});
});
