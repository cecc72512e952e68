import { isInPortals, whereToLook } from '../../../nodes/shared/speech/whereToLook';
import { endpoint, reference, uuid } from '../entities';

describe('where to look at what a message is about', () => {
	it('is one of the two portals, by name, for what belongs to a project', () => {
		const entity = endpoint({ project: reference('projects', 9) });
		expect(whereToLook(entity, uuid(1))).toBe(
			`Check it in Speech Studio or Microsoft Foundry (Fine-tuning), ID ${uuid(1)}.`,
		);
	});

	it.each([
		['names no project', endpoint()],
		['has an empty project', endpoint({ project: null as never })],
		['has a project without an address', endpoint({ project: {} as never })],
		['could not be read', null],
	])('is no portal for what %s', (_what, entity) => {
		expect(isInPortals(entity)).toBe(false);
		const sentence = whereToLook(entity, uuid(1));
		expect(sentence).toContain(uuid(1));
		expect(sentence).not.toMatch(/^Check|Check it/);
		expect(sentence).toMatch(/show only what belongs to a project\.$/);
	});
});
