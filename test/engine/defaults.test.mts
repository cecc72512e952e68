import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';
import manifest from '../../package.json' with { type: 'json' };
import { nodeIn, sourceOf } from '../support/registeredTypes.mts';
import { nodeTypesOf, typeOf } from '../support/nodeTypes';
import { baseModel, customModel, dataset, endpoint, entityUrl, uuid } from '../unit/entities';

const NODES = manifest.n8n.nodes.map((built) => nodeIn(sourceOf(built)));

const KEYS = ['model', 'baseModel', 'dataset', 'testDataset', 'endpoint', 'test', 'modelCopy'];
const allKeys = (entity: unknown) =>
	Object.fromEntries(KEYS.map((key) => [key, entity])) as IDataObject;
const simple = { id: uuid(1), displayName: 'Retail', locale: 'en-US' };
const endpoints = [2, 3].map((at) => ({ id: uuid(at), displayName: `Live ${at}` }));

/** A default that reads the incoming item. */
type Reading = [label: string, node: INodeType, expression: string];

const isExpression = (value: unknown): value is string =>
	typeof value === 'string' && value.startsWith('=');

/** Every expression in a default, however deep it is. */
function expressionsIn(value: unknown): string[] {
	if (isExpression(value)) return [value];
	return typeof value === 'object' && value !== null
		? Object.values(value).flatMap(expressionsIn)
		: [];
}

function readingsOf(node: INodeType, properties: INodeProperties[]): Reading[] {
	return properties.flatMap((property) => {
		const { displayName, default: value, options = [] } = property;
		const label = `${node.description.displayName}: ${displayName}`;
		const own = expressionsIn(value).map((expression): Reading => [label, node, expression]);
		const inner = options.flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option] : [];
		});
		return [...own, ...readingsOf(node, inner)];
	});
}

/** What n8n makes of an expression, in a node that the item comes into. */
function evaluated(type: INodeType, expression: string, json: IDataObject): unknown {
	const node: INode = {
		id: 'node',
		name: type.description.displayName,
		type: typeOf(type),
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const nodeTypes = nodeTypesOf(NODES);
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getParameterValue(
		expression,
		null,
		0,
		0,
		node.name,
		[{ json }],
		'manual',
		{},
	);
}

const READINGS = NODES.flatMap((node) => readingsOf(node, node.description.properties));
const ENTITIES = READINGS.filter(([label]) => !label.endsWith(': Locale'));
const LOCALES = READINGS.filter(([label]) => label.endsWith(': Locale'));

describe('a default that reads the incoming item', () => {
	it('is there for a dozen fields', () => {
		expect(ENTITIES.length).toBeGreaterThan(11);
		expect(LOCALES.length).toBeGreaterThan(2);
	});

	describe.each(ENTITIES)('%s', (_label, node, expression) => {
		const given = (json: IDataObject) => evaluated(node, expression, json);

		it.each<[string, IDataObject, string]>([
			['the ID, with Simplify on', allKeys(simple), uuid(1)],
			[
				'the ID when a URL is there too',
				allKeys({ ...simple, self: 'https://a.example' }),
				uuid(1),
			],
			['an ID in place of an entity', allKeys(` ${uuid(1)}\n`), uuid(1)],
			['nothing of nothing', {}, ''],
			['nothing of null', allKeys(null), ''],
			['nothing of an entity without an ID', allKeys({ displayName: 'Retail' }), ''],
			['nothing of an empty ID', allKeys({ id: '', self: '' }), ''],
			['nothing of a number', allKeys(7), ''],
			['nothing of a list', allKeys([simple]), ''],
		])('gives %s', (_what, json, wanted) => {
			expect(given(json)).toBe(wanted);
		});

		it.each<[string, { self: string }]>([
			['a custom model', customModel()],
			['a base model', baseModel()],
			['a dataset', dataset()],
			['an endpoint', endpoint()],
			['a model copy', { self: entityUrl('copyOperations', 1) }],
		])('gives its URL of %s as the service sent it', (_what, entity) => {
			expect(given(allKeys(entity))).toBe(entity.self);
		});
	});

	describe.each(ENTITIES.filter(([label]) => label.endsWith(': Endpoint')))(
		'%s, of several endpoints',
		(_label, node, expression) => {
			const readsFindings = expression.includes('expiration');

			it.each<[string, unknown, string]>([
				['one', endpoints.slice(0, 1), uuid(2)],
				['several', endpoints, `${uuid(2)}, ${uuid(3)}`],
				['none', [], ''],
				['null', null, ''],
			])('gives the IDs of %s', (_what, found, wanted) => {
				const json = { expiration: { endpoints: found } } as IDataObject;
				expect(evaluated(node, expression, json)).toBe(readsFindings ? wanted : '');
			});

			it('prefers the one that the item is about', () => {
				const json = { endpoint: simple, expiration: { endpoints } };
				expect(evaluated(node, expression, json)).toBe(uuid(1));
			});
		},
	);

	describe.each(LOCALES)('%s', (_label, node, expression) => {
		it.each<[string, IDataObject, string]>([
			['that of the item', { locale: 'de-DE', model: simple }, 'de-DE'],
			['that of its model', { model: simple }, 'en-US'],
			['that of its model as the service sent it', { model: { ...customModel() } }, 'en-US'],
			['that of its dataset', { model: null, dataset: simple }, 'en-US'],
			['nothing of nothing', {}, ''],
			['nothing of null', { locale: null, ...allKeys(null) }, ''],
		])('gives %s', (_what, json, wanted) => {
			expect(evaluated(node, expression, json)).toBe(wanted);
		});
	});
});
