import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { leftOut, narrowToProject } from '../../../nodes/CheckExpiration/inProject';
import { customModel, endpoint, reference, uuid } from '../entities';
import { MOMENT, inventory } from './lists';

const shop = reference('projects', 1);
const other = reference('projects', 2);

describe('a check narrowed down to a project', () => {
	const models = [
		customModel({ number: 1, displayName: 'in it', project: shop }),
		customModel({ number: 2, displayName: 'in another', project: other }),
		customModel({ number: 3, displayName: 'in none' }),
		customModel({ number: 4, displayName: 'in none that can be read', project: { self: 'x' } }),
	];

	it('keeps what belongs to it and counts what names none', () => {
		const findings = checkModels(inventory({ models }), MOMENT);
		const narrowed = narrowToProject(findings, uuid(1));
		expect(narrowed.findings.map(({ model }) => model?.displayName)).toEqual(['in it']);
		expect(narrowed.withoutProject).toBe(2);
	});

	it('keeps everything when no project is asked for', () => {
		const findings = checkModels(inventory({ models }), MOMENT);
		expect(narrowToProject(findings, null)).toEqual({ findings, withoutProject: 0 });
	});

	it.each<[string, object | undefined, object | undefined, number, number]>([
		['the endpoint does', shop, undefined, 1, 0],
		['the model does', undefined, shop, 1, 0],
		['neither names one', undefined, undefined, 0, 1],
		['one is in another project', other, undefined, 0, 0],
	])('takes an endpoint for part of it when %s', (_when, ofEndpoint, ofModel, kept, unknown) => {
		const lists = {
			models: [customModel({ project: ofModel as typeof shop })],
			endpoints: [endpoint({ project: ofEndpoint as typeof shop })],
		};
		const narrowed = narrowToProject(checkEndpoints(inventory(lists), MOMENT), uuid(1));
		expect(narrowed.findings).toHaveLength(kept);
		expect(narrowed.withoutProject).toBe(unknown);
	});
});

describe('the sentence on what was left out', () => {
	it.each([
		[0, null],
		[1, /^1 model or endpoint was omitted because it has no project/],
		[12, /^12 models and endpoints were omitted because they have no project/],
	])('of %i: %p', (count, sentence) => {
		if (sentence === null) expect(leftOut(count)).toBeNull();
		else expect(leftOut(count)).toMatch(sentence);
	});
});
