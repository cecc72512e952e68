import {
	isSetTo,
	modelOfEndpoint,
	nameOfModel,
	recordedModel,
	recordOf,
} from '../../../nodes/shared/speech/servedModel';
import { endpoint, reference, uuid } from '../entities';

const remembering = (n8nPreviousModel: string) =>
	recordedModel(endpoint({ customProperties: { n8nPreviousModel } }));

describe('what an endpoint remembers', () => {
	it.each(['models', 'baseModels'] as const)('is read as it was written, of %s', (collection) => {
		const model = { collection, id: uuid(4) };
		expect(remembering(recordOf(model))).toEqual(model);
	});

	it('fits into a custom property', () => {
		expect(recordOf({ collection: 'baseModels', id: uuid(4) }).length).toBeLessThanOrEqual(256);
	});

	it.each(['', 'models', 'models/x', `datasets/${uuid(1)}`, `models/base/${uuid(1)}/x`])(
		'is nothing when it is %j',
		(text) => {
			expect(remembering(text)).toBeNull();
		},
	);

	it('is nothing on an endpoint that was never changed', () => {
		expect(recordedModel(endpoint())).toBeNull();
	});
});

describe('what an endpoint is set to', () => {
	it('tells custom models from base models of the same id', () => {
		const onBase = endpoint({ model: reference('baseModels', 1) });
		expect(isSetTo(onBase, { collection: 'models', id: uuid(1) })).toBe(false);
		expect(isSetTo(onBase, { collection: 'baseModels', id: uuid(1) })).toBe(true);
	});

	it('knows a base model that the service names as it names custom ones', () => {
		const named = endpoint({ model: reference('models', 1) });
		expect(isSetTo(named, { collection: 'baseModels', id: uuid(1) })).toBe(true);
		expect(isSetTo(named, { collection: 'baseModels', id: uuid(2) })).toBe(false);
	});

	it('is nothing when it names no model', () => {
		expect(modelOfEndpoint(endpoint({ model: undefined }))).toBeNull();
		expect(modelOfEndpoint(endpoint({ model: reference('datasets', 1) }))).toBeNull();
	});
});

describe('the name of a model', () => {
	it('is its id while the name is not known', () => {
		const model = { collection: 'models', id: uuid(1) } as const;
		expect(nameOfModel({ ...model, displayName: 'Retail' })).toBe("'Retail'");
		expect(nameOfModel({ ...model, displayName: null })).toBe(uuid(1));
	});
});
