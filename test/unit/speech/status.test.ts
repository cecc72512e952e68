import { entityError, jobState, stateOf } from '../../../nodes/shared/speech/status';

describe('the state of a job', () => {
	it.each([
		['NotStarted', 'working'],
		['Running', 'working'],
		['Succeeded', 'succeeded'],
		['Failed', 'failed'],
		['Cancelling', 'working'],
		['succeeded', 'working'],
		['', 'working'],
		[undefined, 'working'],
	])('with status %p is %s', (status, state) => {
		expect(jobState(status)).toBe(state);
	});
});

describe('the state of an entity that is there already', () => {
	it.each([
		['Succeeded', 'succeeded'],
		['Failed', 'failed'],
		['Running', 'working'],
		['Cancelling', 'working'],
		[undefined, 'succeeded'],
		[null, 'succeeded'],
	])('with status %p is %s', (status, state) => {
		expect(stateOf({ status })).toBe(state);
	});
});

describe('why a job failed', () => {
	const error = { code: 'InvalidData', message: 'Empty file' };
	it.each([
		['is found among the properties of an entity', { properties: { error } }, error],
		['is found at the top of an operation', { error }, error],
		['is not there for a job that did not fail', { properties: {} }, undefined],
		['is not there for a bare entity', {}, undefined],
	])('%s', (_name, entity, expected) => {
		expect(entityError(entity)).toEqual(expected);
	});

	it('is not there when the service writes null', () => {
		expect(entityError({ properties: { error: null }, error: null })).toBeUndefined();
	});
});
